#pragma once

#include <string>

#include "conformance/search/properties/search.h"
#include "conformance/execution/shrink/deviation.h"

namespace netioconf::conformance {

// A failure of a search, made as small as it can be.
struct Found {
  reports::GroupKey group;
  Alone shown;  // the script, what came of it, and the deviation among the findings
  ShrinkEnd end = ShrinkEnd::minimal;
  std::size_t runs = 0;                // of the implementation, to make it small
  bool stands_alone = true;            // false: it needs the answers to earlier scripts
  const Relation* relation = nullptr;  // that is broken though the judge has nothing against it
};

struct FoundOptions {
  oracle::Profile profile = oracle::Profile::documented;
  FindScript find_script = [](const std::string&) { return std::nullopt; };  // of before the search
  ShrinkLimits limits{};
};

// The ways in which a trial fails, in the order of its steps: rule, reading, call, observed.
[[nodiscard]] std::vector<reports::GroupKey> groups_of(const Trial& trial);

// One of them, made small. A deviation that can't be shown without others is left as it is.
[[nodiscard]] Found pin_down(Search& search, Implementation& implementation, const Trial& trial,
                             const reports::GroupKey& group, const FoundOptions& options);

// The same for a deviation of any script; `known` is all that its judge had learned from.
[[nodiscard]] Found pin_down(Implementation& implementation, const Attempt& attempt,
                             const reports::GroupKey& group, std::vector<oracle::Evidence> known,
                             const FoundOptions& options);

// All that a judge has learned from.
[[nodiscard]] std::vector<oracle::Evidence> evidence_of(const oracle::Judge& judge);

}  // namespace netioconf::conformance
