#include "conformance/implementations/isolation/functions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/implementations/api/testing/mock_api.h"
#include "conformance/implementations/isolation/isolate.h"

namespace netioconf::conformance::implementations::isolation {
namespace {

using oracle::Call;
using testing::Return;
using testing::SizeIs;

TEST(Functions, ReachTheFunctionsOfTheApi) {
  AnyApi api;
  EXPECT_CALL(api, initialize_route);
  EXPECT_CALL(api, create_route).WillOnce(Return(1));
  EXPECT_CALL(api, set_route).WillOnce(Return(2));
  EXPECT_CALL(api, get_route).WillOnce(Return(3));
  EXPECT_CALL(api, delete_route).WillOnce(Return(4));
  EXPECT_CALL(api, route_table).WillOnce(Return(5));
  EXPECT_CALL(api, best_route).WillOnce(Return(6));
  EXPECT_CALL(api, notify_route_change).WillOnce(Return(7));
  EXPECT_CALL(api, cancel_notification).WillOnce(Return(8));
  EXPECT_CALL(api, create_anycast).WillOnce(Return(9));
  EXPECT_CALL(api, get_anycast).WillOnce(Return(10));
  EXPECT_CALL(api, delete_anycast).WillOnce(Return(11));
  EXPECT_CALL(api, anycast_table).WillOnce(Return(12));
  EXPECT_CALL(api, get_link).WillOnce(Return(13));
  EXPECT_CALL(api, free_table);
  EXPECT_CALL(api, reset).WillOnce(Return(15));
  EXPECT_CALL(api, describe).WillOnce(Return(16));
  EXPECT_CALL(api, advance(60)).WillOnce(Return(17));
  static testee answering;
  serve_api(answering, api);
  const ::library& functions = *answering.functions;
  EXPECT_EQ(functions.calls, 0x27fffU);
  functions.initialize_route(nullptr);
  EXPECT_EQ(functions.create_route(nullptr), 1U);
  EXPECT_EQ(functions.set_route(nullptr), 2U);
  EXPECT_EQ(functions.get_route(nullptr), 3U);
  EXPECT_EQ(functions.delete_route(nullptr), 4U);
  EXPECT_EQ(functions.route_table(0, nullptr), 5U);
  EXPECT_EQ(functions.best_route(nullptr, 0, nullptr, nullptr, 0, nullptr, nullptr), 6U);
  EXPECT_EQ(functions.notify_route_change(0, nullptr, nullptr, 0, nullptr), 7U);
  EXPECT_EQ(functions.cancel_notification(nullptr), 8U);
  EXPECT_EQ(functions.create_anycast(nullptr), 9U);
  EXPECT_EQ(functions.get_anycast(nullptr), 10U);
  EXPECT_EQ(functions.delete_anycast(nullptr), 11U);
  EXPECT_EQ(functions.anycast_table(0, nullptr), 12U);
  EXPECT_EQ(functions.get_link(nullptr), 13U);
  functions.free_table(nullptr);
  const netioconf_host host{};
  EXPECT_EQ(functions.reset(&host), 15);
  EXPECT_EQ(functions.describe(nullptr), 16);
  EXPECT_EQ(functions.advance(60), 17);
}

// An Api that translates to another system, which has no IPv4 anycast addresses.
std::expected<std::unique_ptr<Api>, std::string> translating_api() {
  auto api = std::make_unique<AnyApi>();
  ON_CALL(*api, decided_by).WillByDefault(Return("kernel: EEXIST"));
  ON_CALL(*api, unaskable(NETIOCONF_AF_INET)).WillByDefault(Return("no such addresses"));
  ON_CALL(*api, reset).WillByDefault(Return(1));
  return api;
}

TEST(Functions, TellWhatDecidedAndWhatCannotBeAsked) {
  const auto transport = isolated_transport("translating", translating_api);
  ASSERT_TRUE(transport) << transport.error();
  oracle::AnycastRow ipv4;
  ipv4.address.family = oracle::ipv4_family;
  oracle::AnycastRow ipv6;
  ipv6.address.family = oracle::ipv6_family;
  const Outcome outcome =
      (*transport)
          ->run({.start = Start::fresh,
                 .operations = {oracle::RouteCall{.call = Call::create_route, .row = oracle::RouteRow{}},
                                oracle::AnycastCall{.call = Call::create_anycast, .row = ipv4},
                                oracle::AnycastCall{.call = Call::create_anycast, .row = ipv6},
                                oracle::AnycastCall{.call = Call::create_anycast, .row = {}}}});
  ASSERT_THAT(outcome.replies, SizeIs(4));
  EXPECT_EQ(outcome.replies[0].decided_by, "kernel: EEXIST");
  EXPECT_EQ(outcome.replies[1].ending, oracle::Ending::unavailable);
  EXPECT_EQ(outcome.replies[1].detail, "no such addresses");
  EXPECT_EQ(outcome.replies[2].ending, oracle::Ending::returned);
  EXPECT_EQ(outcome.replies[3].ending, oracle::Ending::returned);
  const Outcome refused = (*transport)->run({.start = Start::reset, .host = oracle::plain_host()});
  EXPECT_EQ(refused.refused, "kernel: EEXIST");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::isolation
