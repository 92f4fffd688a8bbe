#include "conformance/search/properties/test_case_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace netioconf::conformance::search::properties {
namespace {

TEST(Spending, ExpectsTheAverageOfWhatHasNotEnded) {
  Spending spent{.begun = 4};
  EXPECT_EQ(spent.cost(), 4U) << "nothing is known";
  spent.end(10);
  EXPECT_EQ(spent.cost(), 40U);
  spent.end(20);
  EXPECT_EQ(spent.cost(), 60U);
  spent.end(0);
  spent.end(0);
  EXPECT_EQ(spent.cost(), 30U);
}

// How often each kind comes if the test cases of `expensive` cost so much.
std::map<std::string, int> turns(int count, const std::string& expensive, std::uint64_t cost) {
  const std::vector<TestCaseKind> kinds = test_case_kinds();
  TestCaseOrder order;
  std::map<std::string, int> turns;
  for (int number = 0; number < count; ++number) {
    const TestCaseId next = order.next();
    const std::string& name = kinds[next.kind].name;
    EXPECT_EQ(next.number, static_cast<std::uint64_t>(turns[name]++)) << "each number once";
    order.end(next, name == expensive ? cost : 10);
  }
  return turns;
}

int weight_of(const std::string& name) {
  for (const TestCaseKind& kind : test_case_kinds()) {
    if (kind.name == name) return kind.weight;
  }
  ADD_FAILURE() << name;
  return 0;
}

TEST(TestCaseOrder, HasKindsInProportionToTheirWeights) {
  int all_weights = 0;
  for (const TestCaseKind& kind : test_case_kinds()) all_weights += kind.weight;
  const auto taken = turns(10 * all_weights, "", 10);
  EXPECT_EQ(taken.size(), test_case_kinds().size());
  for (const auto& [name, count] : taken) EXPECT_EQ(count, 10 * weight_of(name)) << name;
}

TEST(TestCaseOrder, HasFewNotificationsIfTheyTakeLong) {
  const auto taken = turns(10'000, "notifications", 50'000);
  EXPECT_LE(taken.at("notifications"), 3);
  EXPECT_GE(turns(10'000, "routes", 50'000).at("routes"), 1000) << "other kinds do not wait";
}

}  // namespace
}  // namespace netioconf::conformance::search::properties
