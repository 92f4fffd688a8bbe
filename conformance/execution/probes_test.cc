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

const oracle::Operation create_call = RouteCall{};
const oracle::Operation routes_call = TableCall{};
const oracle::Operation anycasts_call = TableCall{.call = Call::anycast_table};

bool everything(Call) { return true; }

TEST(Plan, ReadsTheTableAfterEachChange) {
  const oracle::Operation remove = RouteCall{.call = Call::delete_route};
  EXPECT_THAT(insert_probes({create_call, remove}, TablesBefore::empty, everything),
              ElementsAre(PlannedStep{create_call}, PlannedStep{routes_call, Role::probe},
                          PlannedStep{remove}, PlannedStep{routes_call, Role::probe}));
}

TEST(Plan, ReadsTheOtherTableIfItWasChanged) {
  const oracle::Operation remove = AnycastCall{.call = Call::delete_anycast};
  EXPECT_THAT(
      insert_probes({create_call, remove}, TablesBefore::empty, everything),
      ElementsAre(PlannedStep{create_call}, PlannedStep{routes_call, Role::probe}, PlannedStep{remove},
                  PlannedStep{routes_call, Role::probe}, PlannedStep{anycasts_call, Role::probe}));
  EXPECT_THAT(insert_probes({remove}, TablesBefore::empty, everything), SizeIs(2));
}

TEST(Plan, DoesNotLookWhereNothingChanges) {
  const oracle::Operation get_call = RouteCall{.call = Call::get_route};
  EXPECT_THAT(insert_probes({get_call, routes_call}, TablesBefore::empty, everything),
              ElementsAre(PlannedStep{get_call}, PlannedStep{routes_call}));
}

TEST(Plan, LeavesTheLookToTheScript) {
  EXPECT_THAT(insert_probes({create_call, routes_call}, TablesBefore::empty, everything),
              ElementsAre(PlannedStep{create_call}, PlannedStep{routes_call}));
  const oracle::Operation kept = TableCall{.keep = true};
  EXPECT_THAT(insert_probes({create_call, kept}, TablesBefore::empty, everything), SizeIs(3));
  const oracle::Operation half = TableCall{.family = oracle::ipv4_family};
  EXPECT_THAT(insert_probes({create_call, half}, TablesBefore::empty, everything), SizeIs(3));
  EXPECT_THAT(insert_probes({create_call, anycasts_call}, TablesBefore::empty, everything), SizeIs(3));
}

TEST(Plan, StartsWithAReadOfUnknownTables) {
  EXPECT_THAT(
      insert_probes({}, TablesBefore::unknown, everything),
      ElementsAre(PlannedStep{routes_call, Role::initial}, PlannedStep{anycasts_call, Role::initial}));
  EXPECT_THAT(insert_probes({}, TablesBefore::empty, everything), IsEmpty());
}

TEST(Plan, DoesNotReadWithoutTheTableFunction) {
  const Has no_tables = [](Call call) { return call != Call::route_table; };
  EXPECT_THAT(insert_probes({create_call}, TablesBefore::empty, no_tables), SizeIs(1));
  EXPECT_THAT(insert_probes({}, TablesBefore::unknown, no_tables), SizeIs(1));
}

TEST(Plan, DoesNotReadAfterAMissingFunction) {
  const Has no_create = [](Call call) { return call != Call::create_route; };
  EXPECT_THAT(insert_probes({create_call}, TablesBefore::empty, no_create), SizeIs(1));
}

TEST(Probes, OfALongScriptComeAtGrowingDistances) {
  const std::vector<oracle::Operation> creates(1000, create_call);
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
