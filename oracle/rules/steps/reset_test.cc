#include "oracle/rules/steps/reset.h"

#include <gmock/gmock.h>

#include "oracle/testing/judging.h"

namespace netioconf::oracle::rules::steps {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

// A table that was read before the script.
Trace left_behind(const RouteRows& rows) {
  Step probe = table_of(rows);
  probe.probe = true;
  return trace_of({probe});
}

TEST(AReset, IsReportedWithTheNumberOfEntriesThatItLeft) {
  const auto seen = [](const RouteRows& rows) {
    const std::vector<Mismatch> mismatches = reset_mismatches(left_behind(rows), 0);
    EXPECT_THAT(mismatches, ElementsAre(Field(&Mismatch::rule, "reset.empties-tables")));
    return mismatches.front().observed;
  };
  const RouteRow row = a_route();
  EXPECT_EQ(seen({row}), "1 entry: 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000 (index 1)");
  EXPECT_EQ(seen({row, to(row, ipv4(11, 0, 0, 0), 8)}),
            "2 entries, the first: 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000 (index 1)");
}

TEST(AReset, LeavesNothingInAnEmptyTable) {
  EXPECT_THAT(reset_mismatches(left_behind({}), 0), IsEmpty());
}

// The table may be what that call wrote.
TEST(AReset, IsNotBlamedForATableReadByACallThatWroteOutsideOfItsMemory) {
  Trace trace = left_behind({a_route()});
  trace.initial_routes = {a_route()};
  trace.steps.front().reply.wrote_outside = true;
  EXPECT_EQ(last_finding(trace).rule, "call.stays-in-row");
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
