#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/search/properties/test_cases.h"
#include "conformance/search/schedule/schedule.h"
#include "conformance/search/sweep/space.h"
#include "oracle/engine/judge.h"
#include "reports/summary/group_key.h"

namespace netioconf::conformance::search::schedule {

// A run with a deviation, and the evidence of the judge after it. A script of a sweep is a test case
// with one execution.
struct Failure {
  properties::TestCase test_case;
  std::vector<oracle::Evidence> known;
};

// What a pick came to.
struct PickResult {
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;
  std::uint64_t cost = 0;
  double seconds = 0;
  bool all_went_on = true;         // no call ended the implementation
  std::optional<Failure> failure;  // only if a kind of deviation is new
};

// Kinds of deviation.
using Kinds = std::set<reports::GroupKey>;

// Runs and judges what a schedule picks, with one implementation.
class PickRunner {
 public:
  // The arguments must outlive this object.
  PickRunner(execution::Implementation& implementation, const sweep::Space& space,
             properties::SearchOptions options);

  // `seen` are the kinds that earlier picks showed; those of this one are added.
  [[nodiscard]] PickResult run(const Pick& pick, oracle::engine::Judge& judge, Kinds& seen);

  [[nodiscard]] properties::TestCases& test_cases() { return test_cases_; }

 private:
  [[nodiscard]] PickResult run_script(std::uint64_t number, oracle::engine::Judge& judge, Kinds& seen);
  [[nodiscard]] PickResult run_test_case(const properties::TestCaseId& id, oracle::engine::Judge& judge,
                                         Kinds& seen);

  execution::Implementation& implementation_;
  const sweep::Space& space_;
  const std::function<void(const std::string& name)> on_begin_;
  properties::TestCases test_cases_;
  oracle::Script script_;
};

}  // namespace netioconf::conformance::search::schedule
