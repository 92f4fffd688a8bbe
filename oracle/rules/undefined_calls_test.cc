#include "oracle/rules/undefined_calls.h"

#include <gtest/gtest.h>

namespace netioconf::oracle::rules {
namespace {

TEST(UndefinedCalls, PassAMisalignedRow) {
  EXPECT_NE(why_undefined(RouteCall{.call = Call::get_route, .row = RouteRow{}, .misalignment = 1}), "");
  EXPECT_EQ(why_undefined(RouteCall{.call = Call::get_route, .row = RouteRow{}}), "");
  EXPECT_NE(why_undefined(AnycastCall{.call = Call::get_anycast, .row = {}, .misalignment = 4}), "");
  EXPECT_EQ(why_undefined(AnycastCall{.call = Call::get_anycast, .row = {}}), "");
}

TEST(UndefinedCalls, RegisterNoCallbackOrReturnNoHandle) {
  EXPECT_NE(why_undefined(NotifyCall{.null_callback = true}), "");
  EXPECT_NE(why_undefined(NotifyCall{.null_handle = true}), "");
  EXPECT_EQ(why_undefined(NotifyCall{}), "");
}

TEST(UndefinedCalls, InitializeNoRow) {
  EXPECT_NE(why_undefined(RouteCall{.call = Call::initialize_route, .row = {}}), "");
  EXPECT_EQ(why_undefined(RouteCall{.call = Call::initialize_route, .row = RouteRow{}}), "");
  EXPECT_EQ(why_undefined(RouteCall{.call = Call::create_route, .row = {}}), "");
}

}  // namespace
}  // namespace netioconf::oracle::rules
