#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "conformance/execution/implementation.h"
#include "conformance/search/properties/tally.h"
#include "conformance/search/properties/test_case_order.h"
#include "conformance/search/properties/test_cases.h"
#include "conformance/search/shard/shard.h"
#include "oracle/engine/judge.h"

namespace netioconf::conformance::search::properties {

// Each shard searches with a seed of its own.
[[nodiscard]] constexpr std::uint64_t seed_of(const shard::Shard& shard) {
  return default_seed + shard.number - 1;
}

// Checks the properties one after the other.
class Search {
 public:
  // The judge may already have evidence. Both must outlive the search.
  Search(execution::Implementation& implementation, oracle::engine::Judge& judge, SearchOptions options);

  // The next property depends on the seed and the answers so far, not on the time.
  [[nodiscard]] TestCase next();
  // Runs the test case of that name; nullopt if the name is not that of a test case.
  [[nodiscard]] std::optional<TestCase> repeat(const std::string& name);

  [[nodiscard]] TestCases& test_cases() { return test_cases_; }
  [[nodiscard]] const oracle::engine::Judge& judge() const { return judge_; }
  [[nodiscard]] const Tally& tally() const { return tally_; }

 private:
  [[nodiscard]] TestCase carry_out(const TestCaseId& id);

  TestCases test_cases_;
  oracle::engine::Judge& judge_;
  TestCaseOrder order_;
  Tally tally_;
};

// What a search may use up. A search that is limited by calls alone tries the same on every machine.
struct SearchBudget {
  std::optional<std::chrono::milliseconds> time;
  std::optional<std::uint64_t> calls;

  [[nodiscard]] bool is_given() const { return time || calls; }
  [[nodiscard]] bool is_used_up(std::chrono::steady_clock::duration elapsed,
                                std::uint64_t called) const {
    return (time && elapsed >= *time) || (calls && called >= *calls);
  }
};

struct SearchResult {
  Tally tally;
  double seconds = 0;
  bool stopped = false;  // by OnFailure
};

// Called with every test case that fails. Its result false stops the search.
using OnFailure = std::function<bool(Search& search, const TestCase& test_case)>;

// Searches until the budget is used up or `on_failure` stops it.
[[nodiscard]] SearchResult check_properties(execution::Implementation& implementation,
                                            oracle::engine::Judge& judge, const SearchBudget& budget,
                                            std::uint64_t seed, const OnFailure& on_failure);

}  // namespace netioconf::conformance::search::properties
