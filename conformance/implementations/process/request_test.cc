#include "conformance/implementations/process/request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/process/frames.h"
#include "conformance/implementations/process/testee/request.h"
#include "conformance/implementations/process/testing/welcome.h"

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Call;
using testing::HasSubstr;
using testing::SizeIs;

// The request as decoded by the testee in C.
struct Read {
  std::vector<std::byte> bytes;
  request decoded{};
  front seen = front_garbage;
  std::size_t used = 0;

  explicit Read(std::vector<std::byte> from) : bytes{std::move(from)} {
    seen = look_at(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &decoded, &used);
  }
};

Read read_script(const std::vector<oracle::Operation>& operations, const Request& request,
                 Start start = Start::reset) {
  EXPECT_EQ(request.left_out.size(), operations.size());
  return Read{script(9, start, to_abi(oracle::plain_host()).value(), request.calls)};
}

netioconf_call only_call(const oracle::Operation& operation) {
  RequestEncoder encoder{welcome_with_all_calls, {}};
  const Read read = read_script({operation}, encoder.encode({operation}));
  EXPECT_EQ(read.seen, front_request);
  EXPECT_EQ(read.decoded.script.count, 1U);
  return call_of_script(&read.decoded, 0);
}

template <class Row>
Row row_in(const std::uint8_t* bytes) {
  Row row;
  std::memcpy(&row, bytes, sizeof row);
  return row;
}

TEST(TheTestee, ReadsHelloAndDescribe) {
  const Read first{hello(0, 1234)};
  EXPECT_EQ(first.seen, front_request);
  EXPECT_EQ(first.decoded.hello.newest, 1);
  EXPECT_EQ(first.decoded.hello.time_limit_ms, 1234U);
  EXPECT_EQ(Read{describe(7)}.decoded.frame.request, 7U);
}

TEST(TheTestee, ReadsWhereAScriptBegins) {
  RequestEncoder encoder{welcome_with_all_calls, {}};
  const Read reset = read_script({}, encoder.encode({}));
  EXPECT_EQ(reset.decoded.script.start, 2U);
  netioconf_host host{};
  std::memcpy(&host, reset.decoded.script.host, sizeof reset.decoded.script.host);
  EXPECT_EQ(from_abi(host).value(), oracle::plain_host());
  EXPECT_EQ(reset.decoded.details, nullptr);
  const Read resumed = read_script({}, encoder.encode({}), Start::resume);
  EXPECT_EQ(resumed.decoded.script.start, 0U);
  EXPECT_EQ(resumed.decoded.script.host[0], 0) << "the request has no host";
}

netioconf_host host_with_details() {
  oracle::Host host = oracle::plain_host();
  host.links[0].addresses = {{oracle::ipv4(198, 51, 100, 7), 24}};
  return to_abi(host).value();
}

TEST(TheTestee, ReadsTheDetailsOfAHostBeforeTheCalls) {
  const netioconf_host sent = host_with_details();
  const Request request =
      RequestEncoder{welcome_with_all_calls, {}}.encode({oracle::AdvanceCall{.seconds = 60}});
  const Read read{script(9, Start::reset, sent, request.calls)};
  ASSERT_EQ(read.seen, front_request);
  EXPECT_EQ(read.decoded.script.start, 3U);
  netioconf_host host{};
  std::memcpy(&host, read.decoded.script.host, sizeof read.decoded.script.host);
  ASSERT_NE(read.decoded.details, nullptr);
  std::memcpy(host.details, read.decoded.details, sizeof host.details);
  EXPECT_EQ(from_abi(host), from_abi(sent));
  const netioconf_call call = call_of_script(&read.decoded, 0);
  EXPECT_EQ(call.call, netioconf_call_advance);
  EXPECT_EQ(call.body.advance.seconds, 60U);
}

TEST(TheTestee, ReadsDetailsOnlyWithAReset) {
  const Read resumed{script(9, Start::resume, host_with_details(), {})};
  EXPECT_EQ(resumed.seen, front_request);
  EXPECT_EQ(resumed.decoded.details, nullptr);
}

TEST(TheTestee, RefusesAScriptWithoutTheDetailsThatItBeginsWith) {
  auto bytes = script(9, Start::reset, host_with_details(), {});
  bytes.pop_back();
  const auto size = static_cast<std::uint32_t>(bytes.size() - sizeof(netioconf_frame));
  std::memcpy(bytes.data() + offsetof(netioconf_frame, size), &size, sizeof size);
  EXPECT_EQ(Read{bytes}.seen, front_garbage);
}

TEST(AScript, HasRoomForFewerCallsWithDetails) {
  EXPECT_EQ(script_size(false, 1), 624U);
  EXPECT_EQ(script_size(true, 1), 2800U);
  EXPECT_EQ(calls_in(624, false), 1U);
  EXPECT_EQ(calls_in(623, false), 0U);
  EXPECT_EQ(calls_in(2800, true), 1U);
  EXPECT_EQ(calls_in(2799, true), 0U);
  EXPECT_EQ(calls_in(0, true), 0U);
}

TEST(TheRequestEncoder, MovesTheClockOnlyIfTheTesteeCan) {
  netioconf_welcome documented_only = welcome_with_all_calls;
  documented_only.calls = 0x7fff;
  const Request request =
      RequestEncoder{documented_only, {}}.encode({oracle::AdvanceCall{.seconds = 60}});
  EXPECT_THAT(request.calls, SizeIs(0));
  EXPECT_EQ(request.left_out[0].value(), "netioconf_advance is missing");
}

TEST(TheTestee, ReadsRowsAsTheyAre) {
  oracle::RouteRow row;
  std::memset(static_cast<void*>(&row), 0xab, sizeof row);
  const netioconf_call call =
      only_call(oracle::RouteCall{.call = Call::set_route, .row = row, .misalignment = 5});
  EXPECT_EQ(call.call, netioconf_call_set_route);
  EXPECT_EQ(call.flags, 0);
  EXPECT_EQ(call.misalignment, 5);
  EXPECT_EQ(row_in<oracle::RouteRow>(call.body.route), row) << "including padding";
  oracle::AnycastRow anycast;
  std::memset(static_cast<void*>(&anycast), 0xcd, sizeof anycast);
  EXPECT_EQ(row_in<oracle::AnycastRow>(
                only_call(oracle::AnycastCall{.call = Call::get_anycast, .row = anycast}).body.anycast),
            anycast);
  const netioconf_call link = only_call(
      oracle::LinkCall{.row = oracle::LinkRow{.family = 23, .luid = 1, .index = 2, .metric = 3}});
  EXPECT_EQ(row_in<MIB_IPINTERFACE_ROW>(link.body.link).Metric, 3U);
}

TEST(TheTestee, ReadsWhatIsNull) {
  EXPECT_EQ(only_call(oracle::RouteCall{}).flags, netioconf_null_row);
  EXPECT_EQ(only_call(oracle::AnycastCall{}).flags, netioconf_null_row);
  EXPECT_EQ(only_call(oracle::LinkCall{}).flags, netioconf_null_row);
  EXPECT_EQ(only_call(oracle::TableCall{.null_table = true, .keep = true}).flags,
            netioconf_null_table | netioconf_keep_table);
  EXPECT_EQ(only_call(oracle::BestRouteCall{.null_best_route = true, .null_best_source = true}).flags,
            netioconf_null_luid | netioconf_null_source | netioconf_null_destination |
                netioconf_null_best_route | netioconf_null_best_source);
  EXPECT_EQ(only_call(oracle::NotifyCall{
                          .initial_notification = true, .null_callback = true, .null_handle = true})
                .flags,
            netioconf_initial_notification | netioconf_null_callback | netioconf_null_handle);
}

TEST(TheTestee, ReadsTheArgumentsOfTheBestRoute) {
  const netioconf_call call = only_call(oracle::BestRouteCall{.luid = 77,
                                                              .index = 5,
                                                              .source = oracle::ipv4(1, 2, 3, 4),
                                                              .destination = oracle::ipv4(5, 6, 7, 8),
                                                              .sort_options = 9});
  EXPECT_EQ(call.flags, 0);
  EXPECT_EQ(call.body.best.luid, 77U);
  EXPECT_EQ(call.body.best.index, 5U);
  EXPECT_EQ(call.body.best.sort_options, 9U);
  EXPECT_EQ(row_in<oracle::SocketAddress>(call.body.best.source), oracle::ipv4(1, 2, 3, 4));
  EXPECT_EQ(row_in<oracle::SocketAddress>(call.body.best.destination), oracle::ipv4(5, 6, 7, 8));
}

TEST(TheRequestEncoder, NumbersTablesAndRegistrationsOverABatchOfAScript) {
  RequestEncoder encoder{welcome_with_all_calls, {}};
  const std::vector<oracle::Operation> first = {
      oracle::TableCall{.keep = true}, oracle::TableCall{},
      oracle::TableCall{.call = Call::anycast_table, .keep = true}, oracle::NotifyCall{}};
  const Request request = encoder.encode(first);
  EXPECT_EQ(request.calls[2].call.slot, 1U);
  const Request second = encoder.encode({oracle::KeptTableCall{.call = Call::reread_table, .table = 1},
                                         oracle::NotifyCall{}, oracle::CancelCall{.registration = 1},
                                         oracle::KeptTableCall{.call = Call::free_table, .table = 2},
                                         oracle::CancelCall{.registration = 2}});
  ASSERT_THAT(second.calls, SizeIs(3));
  EXPECT_EQ(second.calls[0].rows, Call::anycast_table);
  EXPECT_EQ(second.calls[1].call.slot, 1U);
  EXPECT_EQ(second.left_out[3].value(), "table 2 was not returned or is already freed");
  EXPECT_EQ(second.left_out[4].value(), "registration 2 is not open");
  encoder.begin_script();
  EXPECT_THAT(encoder.encode({oracle::CancelCall{}}).calls, SizeIs(0));
}

TEST(TheRequestEncoder, LeavesOutWhatDoesNotFitIntoOneScript) {
  RequestEncoder encoder{welcome_with_all_calls, {}};
  const std::vector<oracle::Operation> many(1025, oracle::TableCall{.keep = true});
  const Request request = encoder.encode(many);
  EXPECT_THAT(request.calls, SizeIs(1024));
  EXPECT_THAT(request.left_out.back().value(), HasSubstr("more than 1024 kept tables"));
}

TEST(TheRequestEncoder, DoesNotWaitForCallbacksThatComeAtOnce) {
  netioconf_welcome at_once = welcome_with_all_calls;
  at_once.flags = netioconf_calls_back_at_once;
  const Request prompt =
      RequestEncoder{at_once, Patience{}}.encode({oracle::CollectCall{.at_least = 2}});
  EXPECT_EQ(prompt.calls[0].call.body.collect.limit_ms, 0U);
  const Request patient =
      RequestEncoder{welcome_with_all_calls, Patience{}}.encode({oracle::CollectCall{.at_least = 2}});
  EXPECT_EQ(patient.calls[0].call.body.collect.at_least, 2U);
  EXPECT_EQ(patient.calls[0].call.body.collect.limit_ms, 1200U);
  EXPECT_EQ(patient.calls[0].call.body.collect.grace_ms, 20U);
}

TEST(AScriptThatLacksACall, DoesNotWaitForItsCallbacks) {
  netioconf_welcome without_create = welcome_with_all_calls;
  without_create.calls &= ~(1U << static_cast<unsigned>(Call::create_route));
  RequestEncoder encoder{without_create, Patience{}};
  encoder.begin_script();
  const Request lacking = encoder.encode({oracle::RouteCall{}, oracle::CollectCall{.at_least = 2}});
  ASSERT_EQ(lacking.calls.size(), 1U);
  EXPECT_EQ(lacking.calls[0].call.body.collect.at_least, 0U);
  encoder.begin_script();
  const Request next = encoder.encode({oracle::CollectCall{.at_least = 2}});
  EXPECT_EQ(next.calls[0].call.body.collect.at_least, 2U);
}

TEST(TheTestee, RefusesWhatMakesNoSense) {
  RequestEncoder encoder{welcome_with_all_calls, {}};
  const Request request = encoder.encode({oracle::RouteCall{}, oracle::TableCall{}});
  const auto sound = script(1, Start::fresh, {}, request.calls);
  const std::size_t call = sizeof(netioconf_frame) + sizeof(netioconf_script);
  const auto spoilt = [&](std::size_t at, int value) {
    auto bytes = sound;
    bytes[at] = static_cast<std::byte>(value);
    return Read{std::move(bytes)}.seen;
  };
  EXPECT_EQ(Read{sound}.seen, front_request);
  EXPECT_EQ(Read{sound}.used, sound.size());
  EXPECT_EQ(spoilt(offsetof(netioconf_frame, kind), 9), front_garbage);
  EXPECT_EQ(spoilt(offsetof(netioconf_frame, mark), 9), front_garbage);
  EXPECT_EQ(spoilt(offsetof(netioconf_frame, size) + 3, 1), front_garbage);
  EXPECT_EQ(spoilt(sizeof(netioconf_frame), 3), front_garbage) << "a start with details";
  EXPECT_EQ(spoilt(sizeof(netioconf_frame), 4), front_garbage) << "start";
  EXPECT_EQ(spoilt(sizeof(netioconf_frame) + 4, 3), front_garbage) << "count";
  EXPECT_EQ(spoilt(call, 18), front_garbage) << "call";
  EXPECT_EQ(spoilt(call + 3, 8), front_garbage) << "flags";
  EXPECT_EQ(spoilt(call + 6, 8), front_garbage) << "misalignment";
  EXPECT_EQ(spoilt(call + 9, 4), front_garbage) << "slot";
  for (std::size_t size = 0; size < sound.size(); ++size) {
    ASSERT_EQ(Read({sound.begin(), sound.begin() + static_cast<std::ptrdiff_t>(size)}).seen,
              front_incomplete);
  }
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process
