#include "conformance/execution/probes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::conformance::execution {
namespace {

using oracle::AnycastCall;
using oracle::Call;
using oracle::RouteCall;
using oracle::TableCall;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const oracle::Operation route_created = RouteCall{};
const oracle::Operation reading_routes = TableCall{};
const oracle::Operation reading_anycasts = TableCall{.call = Call::anycast_table};

bool everything(Call) { return true; }

TEST(Plan, ReadsTheTableAfterEachChange) {
  const oracle::Operation remove = RouteCall{.call = Call::delete_route};
  EXPECT_THAT(insert_probes({route_created, remove}, TablesBefore::empty, everything),
              ElementsAre(PlannedStep{route_created}, PlannedStep{reading_routes, Role::probe},
                          PlannedStep{remove}, PlannedStep{reading_routes, Role::probe}));
}

TEST(Plan, ReadsTheOtherTableIfItWasChanged) {
  const oracle::Operation remove = AnycastCall{.call = Call::delete_anycast};
  EXPECT_THAT(insert_probes({route_created, remove}, TablesBefore::empty, everything),
              ElementsAre(PlannedStep{route_created}, PlannedStep{reading_routes, Role::probe},
                          PlannedStep{remove}, PlannedStep{reading_routes, Role::probe},
                          PlannedStep{reading_anycasts, Role::probe}));
  EXPECT_THAT(insert_probes({remove}, TablesBefore::empty, everything), SizeIs(2));
}

TEST(Plan, DoesNotLookWhereNothingChanges) {
  const oracle::Operation lookup = RouteCall{.call = Call::get_route};
  EXPECT_THAT(insert_probes({lookup, reading_routes}, TablesBefore::empty, everything),
              ElementsAre(PlannedStep{lookup}, PlannedStep{reading_routes}));
}

TEST(Plan, LeavesTheLookToTheScript) {
  EXPECT_THAT(insert_probes({route_created, reading_routes}, TablesBefore::empty, everything),
              ElementsAre(PlannedStep{route_created}, PlannedStep{reading_routes}));
  const oracle::Operation kept = TableCall{.keep = true};
  EXPECT_THAT(insert_probes({route_created, kept}, TablesBefore::empty, everything), SizeIs(3));
  const oracle::Operation half = TableCall{.family = oracle::ipv4_family};
  EXPECT_THAT(insert_probes({route_created, half}, TablesBefore::empty, everything), SizeIs(3));
  EXPECT_THAT(insert_probes({route_created, reading_anycasts}, TablesBefore::empty, everything),
              SizeIs(3));
}

TEST(Plan, StartsWithAReadOfUnknownTables) {
  EXPECT_THAT(insert_probes({}, TablesBefore::unknown, everything),
              ElementsAre(PlannedStep{reading_routes, Role::initial},
                          PlannedStep{reading_anycasts, Role::initial}));
  EXPECT_THAT(insert_probes({}, TablesBefore::empty, everything), IsEmpty());
}

TEST(Plan, DoesNotReadWithoutTheTableFunction) {
  const Has no_tables = [](Call call) { return call != Call::route_table; };
  EXPECT_THAT(insert_probes({route_created}, TablesBefore::empty, no_tables), SizeIs(1));
  EXPECT_THAT(insert_probes({}, TablesBefore::unknown, no_tables), SizeIs(1));
}

TEST(Plan, DoesNotReadAfterAMissingFunction) {
  const Has no_create = [](Call call) { return call != Call::create_route; };
  EXPECT_THAT(insert_probes({route_created}, TablesBefore::empty, no_create), SizeIs(1));
}

TEST(Probes, OfALongScriptComeAtGrowingDistances) {
  const std::vector<oracle::Operation> creates(1000, route_created);
  const auto steps = insert_probes(creates, TablesBefore::empty, everything);
  std::vector<std::size_t> probed;  // the numbers of changes before each probe
  std::size_t changes = 0;
  for (const PlannedStep& step : steps) {
    if (step.role == Role::probe) probed.push_back(changes);
    if (step.role == Role::scripted) ++changes;
  }
  ASSERT_GT(probed.size(), 65U);
  EXPECT_LT(probed.size(), 100U);
  EXPECT_EQ(probed[63], 64U);
  EXPECT_GT(probed[64], 65U);
  EXPECT_EQ(probed.back(), 1000U);
}

}  // namespace
}  // namespace netioconf::conformance::execution
