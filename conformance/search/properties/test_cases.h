#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "conformance/execution/execution.h"
#include "conformance/execution/implementation.h"
#include "conformance/search/properties/relations/relations.h"
#include "conformance/search/properties/test_case_order.h"
#include "oracle/engine/judge.h"

namespace netioconf::conformance::search::properties {

inline constexpr std::uint64_t default_seed = 20260823;

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

// The cost of a script as a number of calls. A wait for callbacks counts as many calls.
[[nodiscard]] std::uint64_t cost_of(const oracle::Trace& trace, implementations::Callbacks callbacks);
// The same of all executions.
[[nodiscard]] std::uint64_t cost_of(const TestCase& test_case, implementations::Callbacks callbacks);

struct SearchOptions {
  std::uint64_t seed = default_seed;
  // Called with the name of each test case, as "routes/17", before it starts.
  std::function<void(const std::string& name)> on_begin = [](const std::string&) {};
};

// Test cases with random scripts that depend only on the seed, the kind and the number. Every script is
// judged. For some scripts a relation is checked too.
class TestCases {
 public:
  // The implementation must outlive this object.
  TestCases(execution::Implementation& implementation, SearchOptions options);
  TestCases(const TestCases&) = delete;
  TestCases& operator=(const TestCases&) = delete;
  ~TestCases();

  // The judge may already have evidence.
  [[nodiscard]] TestCase carry_out(const TestCaseId& id, oracle::engine::Judge& judge);

  // The test case of that name; nullopt if the name is not that of a test case.
  [[nodiscard]] std::optional<TestCaseId> find(const std::string& name) const;
  // The script of a test case by the name under which it was judged; nullopt for any other name.
  [[nodiscard]] std::optional<oracle::Script> script(const std::string& name);

  [[nodiscard]] implementations::Callbacks callbacks() const;

 private:
  struct Generators;
  std::unique_ptr<Generators> generators_;
};

}  // namespace netioconf::conformance::search::properties
