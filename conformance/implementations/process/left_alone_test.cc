#include "conformance/implementations/process/left_alone.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Ending;

TEST(ACall, IsLeftAloneAfterItEndedTheTesteeFiveTimesInTheSameWay) {
  LeftAlone calls;
  for (int times = 0; times < 4; ++times) {
    calls.note("CreateIpForwardEntry2", Ending::hung);
    calls.note("CreateIpForwardEntry2", Ending::crashed);
    calls.note("GetIpForwardEntry2", Ending::hung);
  }
  EXPECT_EQ(calls.why("CreateIpForwardEntry2"), nullptr);
  calls.note("CreateIpForwardEntry2", Ending::hung);
  ASSERT_NE(calls.why("CreateIpForwardEntry2"), nullptr);
  EXPECT_EQ(*calls.why("CreateIpForwardEntry2"),
            "CreateIpForwardEntry2 hung 5 times; --keep-going calls it again");
  EXPECT_EQ(calls.why("GetIpForwardEntry2"), nullptr);
}

TEST(ATable, IsNotReadWhileFreeMibTableIsLeftAlone) {
  LeftAlone functions;
  for (int times = 0; times < 5; ++times) functions.note("FreeMibTable", Ending::crashed);
  ASSERT_NE(functions.why(oracle::Call::route_table), nullptr);
  EXPECT_EQ(*functions.why(oracle::Call::route_table),
            "FreeMibTable crashed 5 times; --keep-going calls it again");
  EXPECT_EQ(functions.why(oracle::Call::create_route), nullptr);
}

TEST(AReset, ThatEndedTheTesteeFiveTimesLeavesNoScriptToRun) {
  LeftAlone functions;
  for (int times = 0; times < 4; ++times) functions.note("netioconf_reset", Ending::hung);
  EXPECT_EQ(functions.why_no_script(), nullptr);
  functions.note("netioconf_reset", Ending::hung);
  ASSERT_NE(functions.why_no_script(), nullptr);
  EXPECT_EQ(*functions.why_no_script(), "netioconf_reset hung 5 times; --keep-going calls it again");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process
