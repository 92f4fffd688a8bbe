#include "conformance/search/properties/test_case_order.h"

#include <algorithm>
#include <array>

namespace netioconf::conformance::search::properties {
namespace {

struct Share {
  Theme theme;
  int weight;
};
constexpr std::array shares = {
    Share{Theme::routes, 12}, Share{Theme::best_routes, 8}, Share{Theme::anycasts, 8},
    Share{Theme::tables, 4},  Share{Theme::links, 3},       Share{Theme::notifications, 5},
    Share{Theme::time, 4},    Share{Theme::crowds, 1},      Share{Theme::anything, 4}};
static_assert(shares.size() == theme_count, "a theme without a share is never searched");

// Waiting for callbacks that may not come takes long, so notifications get at most a quarter of the
// cost.
constexpr std::uint64_t share_of_notifications = 4;

}  // namespace

std::vector<TestCaseKind> test_case_kinds() {
  std::vector<TestCaseKind> kinds;
  for (const auto& [theme, weight] : shares)
    kinds.push_back({.name = std::string(name_of(theme)), .theme = theme, .weight = weight});
  for (const relations::Relation& relation : relations::relations())
    kinds.push_back({.name = std::string(relation.name), .relation = &relation});
  return kinds;
}

std::vector<TestCaseOrder::Turn> TestCaseOrder::turns() {
  std::vector<Turn> turns;
  for (const TestCaseKind& kind : test_case_kinds())
    turns.push_back({.waits = kind.theme == Theme::notifications, .weight = kind.weight});
  return turns;
}

bool TestCaseOrder::has_used_its_share(const Turn& turn) const {
  return turn.waits && turn.spent.begun > 1 &&
         share_of_notifications * turn.spent.cost() > spent_.cost();
}

TestCaseId TestCaseOrder::next() {
  int all_weights = 0;
  for (Turn& turn : turns_) {
    turn.credit += turn.weight;
    all_weights += turn.weight;
  }
  const auto most = [](const Turn& a, const Turn& b) { return a.credit < b.credit; };
  for (;;) {
    const auto turn = std::ranges::max_element(turns_, most);
    turn->credit -= all_weights;
    if (has_used_its_share(*turn)) continue;
    ++spent_.begun;
    return {.kind = static_cast<std::size_t>(turn - turns_.begin()), .number = turn->spent.begun++};
  }
}

void TestCaseOrder::end(const TestCaseId& test_case, std::uint64_t cost) {
  turns_[test_case.kind].spent.end(cost);
  spent_.end(cost);
}

}  // namespace netioconf::conformance::search::properties
