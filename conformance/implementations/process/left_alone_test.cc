#include "conformance/implementations/process/left_alone.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Call;
using oracle::Ending;

TEST(ACall, IsLeftAloneAfterItEndedTheTesteeFiveTimesInTheSameWay) {
  LeftAlone calls;
  for (int times = 0; times < 4; ++times) {
    calls.note(Call::create_route, Ending::hung);
    calls.note(Call::create_route, Ending::crashed);
    calls.note(Call::get_route, Ending::hung);
  }
  EXPECT_EQ(calls.why(Call::create_route), nullptr);
  calls.note(Call::create_route, Ending::hung);
  ASSERT_NE(calls.why(Call::create_route), nullptr);
  EXPECT_EQ(*calls.why(Call::create_route),
            "CreateIpForwardEntry2 hung 5 times; --keep-going calls it again");
  EXPECT_EQ(calls.why(Call::get_route), nullptr);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process
