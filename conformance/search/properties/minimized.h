#pragma once

#include <string>

#include "conformance/execution/shrink/deviation.h"
#include "conformance/search/properties/search.h"

namespace netioconf::conformance::search::properties {

// A failure of a search with the shortest script that shows it.
struct Minimized {
  reports::GroupKey group;
  execution::Execution shown;  // the script, its trace, and its findings with the deviation
  execution::shrink::ShrinkEnd end = execution::shrink::ShrinkEnd::minimal;
  std::size_t runs = 0;                           // that shortening took
  bool stands_alone = true;                       // false: it needs the answers to earlier scripts
  const relations::Relation* relation = nullptr;  // that is broken although the judge finds no deviation
};

struct MinimizeOptions {
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  execution::shrink::FindScript find_script = [](const std::string&) {
    return std::nullopt;
  };  // finds scripts before the search
  execution::shrink::ShrinkLimits limits{};
};

// The kinds of deviation in a test case, in the order of its steps: rule, reading, call, observed.
[[nodiscard]] std::vector<reports::GroupKey> groups_of(const TestCase& test_case);

// Shortens the script of one of them. A script that deviates only after other scripts is not shortened.
// `known` is the evidence of the judge.
[[nodiscard]] Minimized minimize(execution::Implementation& implementation, const TestCase& test_case,
                                 const reports::GroupKey& group, std::vector<oracle::Evidence> known,
                                 const MinimizeOptions& options);

// The same for a failure of a search, which has the evidence and finds its own scripts.
[[nodiscard]] Minimized minimize(Search& search, execution::Implementation& implementation,
                                 const TestCase& test_case, const reports::GroupKey& group,
                                 const MinimizeOptions& options);

// The same for a deviation of any script.
[[nodiscard]] Minimized minimize(execution::Implementation& implementation,
                                 const execution::Execution& execution, const reports::GroupKey& group,
                                 std::vector<oracle::Evidence> known, const MinimizeOptions& options);

// The evidence that a judge has collected.
[[nodiscard]] std::vector<oracle::Evidence> evidence_of(const oracle::engine::Judge& judge);

}  // namespace netioconf::conformance::search::properties
