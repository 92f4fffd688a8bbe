#include "conformance/implementations/api/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstring>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/guard_page.h"
#include "conformance/implementations/api/testing/mock_api.h"
#include "conformance/implementations/api/transport.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

using oracle::Call;
using oracle::Ending;
using oracle::Reply;
using testing::_;
using testing::DoAll;
using testing::IsNull;
using testing::Return;
using testing::SetArgPointee;

class ASession : public testing::Test {
 protected:
  AnyApi api;
  Session session{api, no_patience};

  Reply carry_out(const oracle::Operation& operation) { return session.carry_out(operation); }
};

oracle::RouteRow a_row() {
  oracle::RouteRow row;
  row.metric = 42;
  row.padding = {1, 2, 3};
  return row;
}

TEST_F(ASession, PassesTheRowByteForByteAtAnyAddress) {
  for (std::uint8_t misalignment = 0; misalignment < 8; ++misalignment) {
    EXPECT_CALL(api, create_route).WillOnce([&](const MIB_IPFORWARD_ROW2* row) {
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(row) % 8, misalignment);
      const oracle::RouteRow expected = a_row();
      EXPECT_EQ(std::memcmp(static_cast<const void*>(row), &expected, sizeof expected), 0);
      return STATUS_NOT_FOUND;
    });
    const Reply reply = carry_out(oracle::RouteCall{.row = a_row(), .misalignment = misalignment});
    EXPECT_EQ(reply.status, STATUS_NOT_FOUND);
    EXPECT_EQ(reply.route, a_row());
    EXPECT_FALSE(reply.wrote_outside);
  }
}

TEST_F(ASession, PassesNull) {
  EXPECT_CALL(api, get_route(IsNull())).WillOnce(Return(STATUS_INVALID_PARAMETER));
  EXPECT_EQ(carry_out(oracle::RouteCall{.call = Call::get_route}).route, std::nullopt);
  EXPECT_CALL(api, get_link(IsNull()));
  (void)carry_out(oracle::LinkCall{});
  EXPECT_CALL(api, route_table(_, IsNull()));
  EXPECT_EQ(carry_out(oracle::TableCall{.null_table = true}).table, std::nullopt);
  EXPECT_CALL(api, notify_route_change(_, IsNull(), _, _, IsNull()));
  (void)carry_out(oracle::NotifyCall{.null_callback = true, .null_handle = true});
  EXPECT_CALL(api, best_route(IsNull(), 3, IsNull(), IsNull(), 4, IsNull(), IsNull()));
  (void)carry_out(oracle::BestRouteCall{
      .index = 3, .sort_options = 4, .null_best_route = true, .null_best_source = true});
}

TEST_F(ASession, CallsTheFunctionThatIsMeant) {
  EXPECT_CALL(api, initialize_route);
  (void)carry_out(oracle::RouteCall{.call = Call::initialize_route, .row = a_row()});
  EXPECT_CALL(api, set_route);
  (void)carry_out(oracle::RouteCall{.call = Call::set_route, .row = a_row()});
  EXPECT_CALL(api, delete_route);
  (void)carry_out(oracle::RouteCall{.call = Call::delete_route, .row = a_row()});
  EXPECT_CALL(api, create_anycast);
  (void)carry_out(oracle::AnycastCall{.row = oracle::AnycastRow{}});
  EXPECT_CALL(api, get_anycast);
  (void)carry_out(oracle::AnycastCall{.call = Call::get_anycast, .row = oracle::AnycastRow{}});
  EXPECT_CALL(api, delete_anycast);
  (void)carry_out(oracle::AnycastCall{.call = Call::delete_anycast, .row = oracle::AnycastRow{}});
  EXPECT_CALL(api, anycast_table(oracle::ipv6_family, _));
  (void)carry_out(oracle::TableCall{.call = Call::anycast_table, .family = oracle::ipv6_family});
}

TEST_F(ASession, SeesAByteWrittenOnEitherSide) {
  for (const std::ptrdiff_t position :
       {std::ptrdiff_t{-64}, std::ptrdiff_t{-1}, std::ptrdiff_t{104}, std::ptrdiff_t{104 + 63}}) {
    EXPECT_CALL(api, get_route).WillOnce([&](MIB_IPFORWARD_ROW2* row) {
      reinterpret_cast<unsigned char*>(row)[position] ^= 1;
      return STATUS_SUCCESS;
    });
    EXPECT_TRUE(carry_out(oracle::RouteCall{.call = Call::get_route, .row = a_row()}).wrote_outside);
  }
}

TEST_F(ASession, HandsBackWhatABestRouteCallWrote) {
  EXPECT_CALL(api, best_route)
      .WillOnce([](NET_LUID* luid, auto, auto* source, auto* destination, auto, auto* best, auto* from) {
        EXPECT_EQ(luid->Value, 9U);
        EXPECT_EQ(source->Ipv4.sin_addr.S_un.S_un_b.s_b1, 10);
        EXPECT_EQ(destination->si_family, oracle::ipv6_family);
        best->Metric = 43;
        from->si_family = 2;
        return STATUS_SUCCESS;
      });
  const Reply reply = carry_out(oracle::BestRouteCall{
      .luid = 9, .source = oracle::ipv4(10, 0, 0, 1), .destination = oracle::ipv6(1, 2)});
  EXPECT_EQ(reply.route->metric, 43U);
  EXPECT_EQ(reply.best_source->family, 2U);
  EXPECT_FALSE(reply.wrote_outside);
}

TEST_F(ASession, SeesThatAConstantAddressWasWritten) {
  EXPECT_CALL(api, best_route)
      .WillOnce([](auto*, auto, auto*, const SOCKADDR_INET* destination, auto, auto*, auto*) {
        const_cast<SOCKADDR_INET*>(destination)->si_family = 7;
        return STATUS_SUCCESS;
      });
  EXPECT_TRUE(carry_out(oracle::BestRouteCall{.destination = oracle::ipv6(1, 2)}).wrote_outside);
}

TEST_F(ASession, AsksForTheMetricOfALink) {
  EXPECT_CALL(api, get_link).WillOnce([](MIB_IPINTERFACE_ROW* row) {
    EXPECT_EQ(row->Family, 2);
    EXPECT_EQ(row->InterfaceIndex, 4U);
    row->InterfaceLuid.Value = 9;
    EXPECT_EQ(row->Connected, 0);
    EXPECT_EQ(row->DisableDefaultRoutes, 3);
    row->Metric = 25;
    row->Connected = 1;
    return STATUS_SUCCESS;
  });
  const oracle::LinkRow expected{
      .family = 2, .luid = 9, .index = 4, .metric = 25, .connected = 1, .disable_default_routes = 3};
  const oracle::LinkRow asked{.family = 2, .luid = 3, .index = 4, .disable_default_routes = 3};
  EXPECT_EQ(carry_out(oracle::LinkCall{.row = asked}).link, expected);
}

TEST_F(ASession, WaitsForNoCallbackIfNoCallCausesOne) {
  Session patient{api, {.limit = std::chrono::hours{1}, .grace = std::chrono::milliseconds{0}}};
  EXPECT_CALL(api, synchronous_callbacks).WillRepeatedly(Return(false));
  EXPECT_CALL(api, create_route).WillOnce(Return(STATUS_INVALID_PARAMETER));
  (void)patient.carry_out(oracle::NotifyCall{});
  (void)patient.carry_out(oracle::RouteCall{});
  EXPECT_THAT(patient.carry_out(oracle::CollectCall{.at_least = 1}).notifications, testing::IsEmpty());
}

TEST_F(ASession, FreesATableAtOnce) {
  MIB_IPFORWARD_TABLE2 table{};
  EXPECT_CALL(api, route_table).WillOnce(DoAll(SetArgPointee<1>(&table), Return(STATUS_SUCCESS)));
  EXPECT_CALL(api, free_table(&table));
  EXPECT_TRUE(carry_out(oracle::TableCall{}).table->readable);
}

TEST_F(ASession, FreesNothingThatItDidNotGet) {
  auto* wild = reinterpret_cast<MIB_IPFORWARD_TABLE2*>(0x10);
  EXPECT_CALL(api, free_table).Times(0);
  EXPECT_CALL(api, route_table)
      .WillOnce(Return(STATUS_SUCCESS))
      .WillOnce(DoAll(SetArgPointee<1>(wild), Return(STATUS_SUCCESS)))
      .WillOnce(DoAll(SetArgPointee<1>(wild), Return(STATUS_NOT_FOUND)));
  EXPECT_TRUE(carry_out(oracle::TableCall{}).table->null_pointer);
  EXPECT_FALSE(carry_out(oracle::TableCall{}).table->readable);
  EXPECT_FALSE(carry_out(oracle::TableCall{}).table->null_pointer);
}

TEST_F(ASession, ReadsAKeptTableAsItIsNow) {
  MIB_IPFORWARD_TABLE2 table{};
  EXPECT_CALL(api, route_table).WillOnce(DoAll(SetArgPointee<1>(&table), Return(STATUS_SUCCESS)));
  EXPECT_TRUE(carry_out(oracle::TableCall{.keep = true}).table->routes.empty());
  table.NumEntries = 1;
  EXPECT_EQ(carry_out(oracle::KeptTableCall{.call = Call::reread_table}).table->routes.size(), 1U);
  EXPECT_CALL(api, free_table(&table)).Times(1);
  EXPECT_EQ(carry_out(oracle::KeptTableCall{}).ending, Ending::returned);
  EXPECT_EQ(carry_out(oracle::KeptTableCall{}).ending, Ending::unavailable);
  EXPECT_EQ(carry_out(oracle::KeptTableCall{.call = Call::reread_table}).ending, Ending::unavailable);
}

TEST_F(ASession, CountsKeptTablesWhateverBecameOfThem) {
  MIB_ANYCASTIPADDRESS_TABLE table{};
  EXPECT_CALL(api, has).WillRepeatedly([](Call call) { return call != Call::route_table; });
  EXPECT_CALL(api, anycast_table).WillOnce(DoAll(SetArgPointee<1>(&table), Return(STATUS_SUCCESS)));
  (void)carry_out(oracle::TableCall{.keep = true});
  (void)carry_out(oracle::TableCall{.call = Call::anycast_table, .keep = true});
  EXPECT_EQ(carry_out(oracle::KeptTableCall{.table = 0}).ending, Ending::unavailable);
  EXPECT_EQ(carry_out(oracle::KeptTableCall{.table = 1}).ending, Ending::returned);
  EXPECT_EQ(carry_out(oracle::KeptTableCall{.table = 2}).ending, Ending::unavailable);
}

TEST_F(ASession, CancelsOnlyWhatIsOpen) {
  int place = 0;
  EXPECT_CALL(api, notify_route_change)
      .WillOnce(Return(STATUS_INVALID_PARAMETER))
      .WillOnce(DoAll(SetArgPointee<4>(&place), Return(STATUS_SUCCESS)));
  (void)carry_out(oracle::NotifyCall{});
  (void)carry_out(oracle::NotifyCall{});
  EXPECT_CALL(api, cancel_notification(&place)).Times(1);
  EXPECT_EQ(carry_out(oracle::CancelCall{.registration = 0}).ending, Ending::unavailable);
  EXPECT_EQ(carry_out(oracle::CancelCall{.registration = 1}).ending, Ending::returned);
  EXPECT_EQ(carry_out(oracle::CancelCall{.registration = 1}).ending, Ending::unavailable);
  EXPECT_EQ(carry_out(oracle::CancelCall{.registration = 2}).ending, Ending::unavailable);
}

TEST_F(ASession, CollectsWhatIsCalledBack) {
  EXPECT_CALL(api, notify_route_change)
      .WillOnce([](auto, PIPFORWARD_CHANGE_CALLBACK callback, PVOID context, BOOLEAN initial, auto*) {
        EXPECT_EQ(initial, 1);
        callback(context, nullptr, MibInitialNotification);
        return STATUS_SUCCESS;
      });
  (void)carry_out(oracle::NotifyCall{.initial_notification = true});
  EXPECT_EQ(carry_out(oracle::CollectCall{}).notifications.size(), 1U);
  EXPECT_TRUE(carry_out(oracle::CollectCall{}).notifications.empty());
}

TEST_F(ASession, NamesAMissingFunction) {
  EXPECT_CALL(api, has).WillRepeatedly(Return(false));
  const Reply reply = carry_out(oracle::RouteCall{.call = Call::set_route, .row = a_row()});
  EXPECT_EQ(reply.ending, Ending::unavailable);
  EXPECT_EQ(reply.detail, "SetIpForwardEntry2 is missing");
  EXPECT_EQ(carry_out(oracle::CollectCall{}).detail, "NotifyRouteChange2 is missing");
}

TEST_F(ASession, MovesTheClock) {
  EXPECT_CALL(api, advance(60)).WillOnce(Return(0));
  EXPECT_EQ(carry_out(oracle::AdvanceCall{.seconds = 60}), Reply{});
}

TEST_F(ASession, SaysThatTheClockDidNotMove) {
  EXPECT_CALL(api, advance).WillOnce(Return(3));
  const Reply failed = carry_out(oracle::AdvanceCall{.seconds = 60});
  EXPECT_EQ(failed.ending, Ending::unavailable);
  EXPECT_EQ(failed.detail, "netioconf_advance returned 3");
  EXPECT_CALL(api, has).WillRepeatedly(Return(false));
  EXPECT_EQ(carry_out(oracle::AdvanceCall{}).detail, "netioconf_advance is missing");
}

oracle::Host host_with_details() {
  oracle::Host host = oracle::plain_host();
  host.links[0].connected = false;
  return host;
}

TEST_F(ASession, GivesDetailsToWhoDescribesThem) {
  netioconf_host given{};
  EXPECT_CALL(api, reset).WillOnce(DoAll(testing::SaveArg<0>(&given), Return(0)));
  EXPECT_CALL(api, describe).WillOnce([&](netioconf_host* host) {
    EXPECT_EQ(host->size, sizeof *host) << "the room of the caller";
    *host = given;
    return 0;
  });
  EXPECT_TRUE(session.begin(host_with_details()));
  EXPECT_EQ(given.size, sizeof given);
  EXPECT_EQ(given.details[0].disconnected, 1);
}

TEST_F(ASession, HasNoHostWithDetailsThatAreNotDescribed) {
  const auto first_version = [](netioconf_host* host) {
    *host = to_abi(oracle::plain_host()).value();
    return 0;
  };
  EXPECT_CALL(api, describe).WillOnce(first_version).WillOnce(Return(1));
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(session.begin(host_with_details()).error(),
              "the script's host has details that this implementation does not describe");
  }
  EXPECT_TRUE(session.begin(oracle::plain_host())) << "it needs no description";
}

TEST_F(ASession, RecordsWhatDecided) {
  EXPECT_CALL(api, create_route).WillOnce(Return(ERROR_OBJECT_ALREADY_EXISTS));
  EXPECT_CALL(api, decided_by).WillOnce(Return("kernel: EEXIST"));
  EXPECT_EQ(session.carry_out(oracle::RouteCall{.row = oracle::RouteRow{}}).decided_by,
            "kernel: EEXIST");
}

TEST_F(ASession, SaysWhyItCannotAsk) {
  EXPECT_CALL(api, unaskable).WillOnce(Return("there are no such addresses"));
  EXPECT_CALL(api, create_anycast).Times(0);
  const oracle::Reply reply = session.carry_out(oracle::AnycastCall{.row = oracle::AnycastRow{}});
  EXPECT_EQ(reply.ending, oracle::Ending::unavailable);
  EXPECT_EQ(reply.detail, "there are no such addresses");
}

TEST_F(ASession, SaysWhyThereIsNoSuchHost) {
  EXPECT_CALL(api, reset).WillOnce(Return(1));
  EXPECT_CALL(api, decided_by).WillOnce(Return("there is always an IPv4 stack"));
  const auto begun = session.begin(oracle::plain_host());
  ASSERT_FALSE(begun);
  EXPECT_EQ(begun.error(), "there is always an IPv4 stack");
}

TEST_F(ASession, BeginsAnewWithTheHostAskedFor) {
  EXPECT_CALL(api, reset).WillOnce([](const netioconf_host& host) {
    EXPECT_EQ(host.links[0].luid, oracle::first_luid);
    return 0;
  });
  (void)carry_out(oracle::NotifyCall{});
  EXPECT_TRUE(session.begin(oracle::plain_host()).has_value());
  EXPECT_EQ(carry_out(oracle::CancelCall{}).ending, Ending::unavailable);
  EXPECT_CALL(api, reset).WillOnce(Return(3));
  EXPECT_EQ(session.begin(oracle::plain_host()).error(),
            "netioconf_reset returned 3 for the script's host");
}

TEST(AScriptInThisProcess, EndsWhenItIsStopped) {
  auto api = std::make_unique<AnyApi>();
  std::size_t calls = 0;
  EXPECT_CALL(*api, create_route).WillRepeatedly([&](const MIB_IPFORWARD_ROW2*) {
    ++calls;
    return STATUS_SUCCESS;
  });
  const auto transport = in_process_transport(
      std::move(api), {.why_stopped = [&] { return calls == 2 ? "interrupted by SIGINT" : ""; }});
  const Outcome outcome =
      transport->run({.start = Start::fresh,
                      .operations = std::vector<oracle::Operation>(
                          5, oracle::RouteCall{.call = Call::create_route, .row = a_row()})});
  EXPECT_EQ(calls, 2U);
  ASSERT_EQ(outcome.replies.size(), 5U);
  EXPECT_EQ(outcome.replies.back().ending, Ending::unavailable);
  EXPECT_EQ(outcome.replies.back().detail, "interrupted by SIGINT");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::inline api
