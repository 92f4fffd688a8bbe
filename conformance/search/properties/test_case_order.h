#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "conformance/search/properties/relations/relations.h"
#include "conformance/search/properties/scripts.h"

namespace netioconf::conformance::search::properties {

// Scripts of one theme, or scripts for one relation.
struct TestCaseKind {
  std::string name;                               // of the theme or of the relation
  std::optional<Theme> theme;                     // nullopt: the relation decides
  const relations::Relation* relation = nullptr;  // nullptr: only the judge decides
  int weight = 1;
};

// Their positions are part of the seed of each script.
[[nodiscard]] std::vector<TestCaseKind> test_case_kinds();

// A test case: the position of its kind, and its number within the kind.
struct TestCaseId {
  std::size_t kind = 0;
  std::uint64_t number = 0;
};

// What a series of runs costs. The cost of a run that has begun is unknown until it ends. Until then it
// counts as much as those that have ended on average.
struct Spending {
  std::uint64_t begun = 0;
  std::uint64_t ended = 0;
  std::uint64_t cost_of_ended = 0;

  void end(std::uint64_t cost) {
    ++ended;
    cost_of_ended += cost;
  }
  [[nodiscard]] std::uint64_t cost() const {
    if (ended == 0) return begun;
    return cost_of_ended + (begun - ended) * cost_of_ended / ended;
  }
};

// The order of the test cases: kinds in proportion to their weights, but little of those that wait.
class TestCaseOrder {
 public:
  [[nodiscard]] TestCaseId next();
  // The cost of a test case is known; see cost_of().
  void end(const TestCaseId& test_case, std::uint64_t cost);

 private:
  struct Turn {
    bool waits = false;
    int weight = 1;
    int credit = 0;
    Spending spent = {};
  };

  [[nodiscard]] static std::vector<Turn> turns();
  [[nodiscard]] bool has_used_its_share(const Turn& turn) const;

  std::vector<Turn> turns_ = turns();
  Spending spent_;
};

}  // namespace netioconf::conformance::search::properties
