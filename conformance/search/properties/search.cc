#include "conformance/search/properties/search.h"

#include <utility>

namespace netioconf::conformance::search::properties {
namespace {

using std::chrono::steady_clock;

double seconds_since(steady_clock::time_point start) {
  return std::chrono::duration<double>(steady_clock::now() - start).count();
}

}  // namespace

Search::Search(execution::Implementation& implementation, oracle::engine::Judge& judge,
               SearchOptions options)
    : test_cases_{implementation, std::move(options)}, judge_{judge} {}

TestCase Search::carry_out(const TestCaseId& id) {
  TestCase test_case = test_cases_.carry_out(id, judge_);
  for (const execution::Execution& execution : test_case.executions)
    tally_.count(execution.script, execution.trace);
  if (!test_case.executions.empty()) ++tally_.properties[test_case.property];
  return test_case;
}

TestCase Search::next() {
  const TestCaseId id = order_.next();
  TestCase test_case = carry_out(id);
  order_.end(id, cost_of(test_case, test_cases_.callbacks()));
  return test_case;
}

std::optional<TestCase> Search::repeat(const std::string& name) {
  const std::optional<TestCaseId> id = test_cases_.find(name);
  return id ? std::optional{carry_out(*id)} : std::nullopt;
}

SearchResult check_properties(execution::Implementation& implementation, oracle::engine::Judge& judge,
                              const SearchBudget& budget, std::uint64_t seed,
                              const OnFailure& on_failure) {
  const auto start = steady_clock::now();
  Search search{implementation, judge, {.seed = seed}};
  SearchResult result;
  while (!budget.is_used_up(steady_clock::now() - start, search.tally().calls)) {
    const TestCase test_case = search.next();
    if (!fails(test_case) || on_failure(search, test_case)) continue;
    result.stopped = true;
    break;
  }
  result.tally = search.tally();
  result.seconds = seconds_since(start);
  return result;
}

}  // namespace netioconf::conformance::search::properties
