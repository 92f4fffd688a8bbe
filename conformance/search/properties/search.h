#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/execution.h"
#include "conformance/execution/implementation.h"
#include "conformance/search/properties/relations/relations.h"
#include "conformance/search/properties/tally.h"
#include "conformance/search/shard/shard.h"
#include "oracle/engine/judge.h"

namespace netioconf::conformance::search::properties {

inline constexpr std::uint64_t default_seed = 20260823;
// Each shard searches with a seed of its own.
[[nodiscard]] constexpr std::uint64_t seed_of(const shard::Shard& shard) {
  return default_seed + shard.number - 1;
}

// One check of a property.
struct TestCase {
  std::string property;  // name of a theme or of a relation
  std::uint64_t number = 0;
  const relations::Relation* relation = nullptr;  // nullptr: only the judge decides
  oracle::Script script;                          // that the relation was checked with
  std::deque<execution::Execution> executions;    // at least one
  std::optional<relations::Broken>
      broken;  // by the relation; the executions contain the judge's findings
};

// Whether the judge or the relation finds a deviation.
[[nodiscard]] bool fails(const TestCase& test_case);

struct SearchOptions {
  std::uint64_t seed = default_seed;
  // Called with the name of each test case, as "routes/17", before it starts.
  std::function<void(const std::string& name)> on_begin = [](const std::string&) {};
};

// The cost of a script as a number of calls. A wait for callbacks counts as many calls.
[[nodiscard]] std::uint64_t cost_of(const oracle::Trace& trace, implementations::Callbacks callbacks);

// Checks the properties one after the other with random scripts that depend only on the seed and their
// number. Every script is judged. For some scripts a relation is checked too.
class Search {
 public:
  // The judge may already have evidence. Both must outlive the search.
  Search(execution::Implementation& implementation, oracle::engine::Judge& judge, SearchOptions options);
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;
  ~Search();

  // The next property depends on the seed and the answers so far, not on the time.
  [[nodiscard]] TestCase next();
  // Runs the test case of that name; nullopt if the name is not that of a test case.
  [[nodiscard]] std::optional<TestCase> repeat(const std::string& name);

  // The script of an earlier test case by the name under which it was judged; nullopt for any other
  // name.
  [[nodiscard]] std::optional<oracle::Script> script(const std::string& name);

  [[nodiscard]] const oracle::engine::Judge& judge() const;
  [[nodiscard]] const Tally& tally() const;

 private:
  struct Progress;
  std::unique_ptr<Progress> progress_;
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
