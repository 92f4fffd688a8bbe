#include "conformance/implementations/process/response.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/session.h"
#include "conformance/implementations/process/testing/welcome.h"

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Call;
using oracle::Ending;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// A testee's response to these operations, frame by frame.
class Dialogue {
 public:
  explicit Dialogue(const std::vector<oracle::Operation>& operations, Start start = Start::reset)
      : request_{RequestEncoder{welcome_with_all_calls, {}}.encode(operations)},
        response_{5, start, request_.calls} {}

  // Empty, or what is wrong.
  template <class Payload>
  std::string send(std::uint16_t kind, std::uint32_t step, const Payload& payload) {
    const netioconf_frame head{
        .size = static_cast<std::uint32_t>(std::as_bytes(std::span{payload}).size()),
        .kind = kind,
        .mark = netioconf_mark,
        .request = 5,
        .step = step};
    const auto taken = response_.take({head, std::as_bytes(std::span{payload})});
    return taken ? "" : taken.error();
  }
  std::string send(std::uint16_t kind, std::uint32_t step = 0) {
    return send(kind, step, std::string{});
  }
  std::string reply(std::uint32_t step, const netioconf_reply& reply) {
    return send(netioconf_kind_reply, step, std::array{reply});
  }

  Response& response() { return response_; }
  const oracle::Reply& last() { return response_.replies().back(); }

 private:
  Request request_;
  Response response_;
};

Dialogue begun(const oracle::Operation& operation) {
  Dialogue dialogue{{operation}};
  EXPECT_EQ(dialogue.send(netioconf_kind_begun), "");
  return dialogue;
}

TEST(Response, IsCompleteAfterDone) {
  Dialogue dialogue = begun(oracle::CancelCall{});
  EXPECT_EQ(dialogue.response().state(), Response::State::begun);
  EXPECT_EQ(dialogue.send(netioconf_kind_done), "") << "no operation can be asked";
  EXPECT_TRUE(dialogue.response().complete());
}

TEST(Response, HasTheCallersRow) {
  oracle::RouteRow row;
  std::memset(static_cast<void*>(&row), 0x5c, sizeof row);
  Dialogue dialogue = begun(oracle::RouteCall{.row = oracle::RouteRow{}});
  netioconf_reply reply{.status = 87, .ending = 0, .flags = netioconf_wrote_outside};
  std::memcpy(reply.body.route, &row, sizeof row);
  EXPECT_EQ(dialogue.reply(0, reply), "");
  EXPECT_EQ(dialogue.last().status, 87U);
  EXPECT_TRUE(dialogue.last().wrote_outside);
  EXPECT_EQ(dialogue.last().route, row);
  Dialogue null = begun(oracle::RouteCall{});
  EXPECT_EQ(null.reply(0, reply), "");
  EXPECT_FALSE(null.last().route) << "the reply has none";
}

TEST(Response, HasTheRowsOfATable) {
  Dialogue dialogue = begun(oracle::TableCall{.call = Call::anycast_table});
  const std::vector<oracle::AnycastRow> rows(3, oracle::AnycastRow{.luid = 4});
  EXPECT_EQ(dialogue.send(netioconf_kind_rows, 0, std::span{rows}.first(2)), "");
  EXPECT_EQ(dialogue.send(netioconf_kind_rows, 0, std::span{rows}.last(1)), "");
  EXPECT_EQ(dialogue.reply(0, {.row_count = 3}), "");
  EXPECT_EQ(dialogue.last().table->anycasts, rows);
  EXPECT_THAT(dialogue.last().table->routes, IsEmpty());
}

TEST(Response, ForgetsTheRowsOfATableThatCannotBeRead) {
  Dialogue dialogue = begun(oracle::TableCall{});
  const std::vector<oracle::RouteRow> rows(3);
  EXPECT_EQ(dialogue.send(netioconf_kind_rows, 0, rows), "");
  EXPECT_EQ(dialogue.reply(0, {.flags = netioconf_unreadable, .row_count = 99}), "");
  EXPECT_FALSE(dialogue.last().table->readable);
  EXPECT_EQ(dialogue.last().table->row_count, 99U);
  EXPECT_THAT(dialogue.last().table->routes, IsEmpty());
}

TEST(Response, HasNoRowsIfThereIsNoTable) {
  const std::vector<oracle::RouteRow> rows(1);
  Dialogue refused = begun(oracle::TableCall{});
  EXPECT_EQ(refused.send(netioconf_kind_rows, 0, rows), "");
  EXPECT_THAT(refused.reply(0, {.status = 87, .row_count = 1}), HasSubstr("a status other than 0"));
  Dialogue null = begun(oracle::TableCall{});
  EXPECT_EQ(null.send(netioconf_kind_rows, 0, rows), "");
  EXPECT_THAT(null.reply(0, {.flags = netioconf_null_pointer, .row_count = 1}), HasSubstr("NULL"));
  Dialogue none = begun(oracle::LinkCall{});
  EXPECT_THAT(none.reply(0, {.row_count = 1}), HasSubstr("counts 1 rows, 0 were sent"));
}

TEST(Response, HasNotifications) {
  Dialogue dialogue = begun(oracle::CollectCall{});
  const std::array sent = {netioconf_notification{.registration = 2, .type = 1, .no_row = 1},
                           netioconf_notification{.registration = 0xffffffff, .type = 3}};
  EXPECT_EQ(dialogue.send(netioconf_kind_notifications, 0, sent), "");
  EXPECT_EQ(dialogue.reply(0, {.notification_count = 2}), "");
  ASSERT_THAT(dialogue.last().notifications, SizeIs(2));
  EXPECT_EQ(dialogue.last().notifications[0].registration, 2U);
  EXPECT_FALSE(dialogue.last().notifications[0].row);
  EXPECT_EQ(dialogue.last().notifications[1].registration, unknown_registration);
  EXPECT_TRUE(dialogue.last().notifications[1].row);
}

TEST(Response, HasNotificationsOnlyWhereTheyAreCollected) {
  const std::array sent = {netioconf_notification{}};
  EXPECT_THAT(begun(oracle::LinkCall{}).send(netioconf_kind_notifications, 0, sent),
              HasSubstr("collects none"));
  Dialogue many = begun(oracle::CollectCall{});
  const std::vector<netioconf_notification> thousand(8192);
  for (int time = 0; time < 8; ++time) {
    EXPECT_EQ(many.send(netioconf_kind_notifications, 0, thousand), "");
  }
  EXPECT_THAT(many.send(netioconf_kind_notifications, 0, sent), HasSubstr("more than 65536"));
}

TEST(Response, HasWordsWhereACallDidNotReturn) {
  netioconf_reply reply{.ending = netioconf_unavailable};
  Dialogue unsaid = begun(oracle::LinkCall{});
  EXPECT_EQ(unsaid.reply(0, reply), "");
  EXPECT_EQ(unsaid.last().detail, "no reason given");
  EXPECT_EQ(unsaid.response().state(), Response::State::begun);
  std::memset(reply.body.text, 'x', sizeof reply.body.text);
  reply.ending = netioconf_hung;
  Dialogue hung = begun(oracle::LinkCall{});
  EXPECT_EQ(hung.reply(0, reply), "");
  EXPECT_THAT(hung.last().detail, SizeIs(sizeof reply.body.text));
  EXPECT_EQ(hung.last().ending, Ending::hung);
  EXPECT_EQ(hung.response().state(), Response::State::ended);
}

TEST(Response, HasWhatDecidedTheCall) {
  Dialogue dialogue = begun(oracle::LinkCall{});
  EXPECT_EQ(dialogue.send(netioconf_kind_decided_by, 0, std::string{"kernel: EINVAL\n"}), "");
  EXPECT_EQ(dialogue.reply(0, {.status = 87}), "");
  EXPECT_EQ(dialogue.last().decided_by, "kernel: EINVAL");
  Dialogue twice = begun(oracle::LinkCall{});
  EXPECT_EQ(twice.send(netioconf_kind_decided_by, 0, std::string{}), "");
  EXPECT_EQ(twice.send(netioconf_kind_decided_by, 0, std::string{"kernel"}),
            "a second DECIDED_BY for one step");
  EXPECT_THAT(begun(oracle::LinkCall{}).send(netioconf_kind_decided_by, 0, std::string(1025, 'x')),
              HasSubstr("1025 bytes"));
  EXPECT_THAT(begun(oracle::CollectCall{}).send(netioconf_kind_decided_by, 0, std::string{"kernel"}),
              HasSubstr("decides nothing"));
}

TEST(Response, IsRefusedInALineOrOffersAHost) {
  Dialogue refused{{}};
  EXPECT_EQ(refused.send(netioconf_kind_refused, 0, std::string{"no\x1b such\nlink\n"}), "");
  EXPECT_EQ(refused.response().why_refused(), "no\\u{1B} such\\u{A}link");
  EXPECT_THAT(Dialogue{{}}.send(netioconf_kind_refused, 0, std::string(1025, 'x')),
              HasSubstr("1025 bytes"));
  EXPECT_EQ(Dialogue{{}}.send(netioconf_kind_other_host, 0, std::array{netioconf_host{}}), "");
}

TEST(Response, OffersAHostOfEitherVersion) {
  oracle::Host offered = oracle::plain_host();
  offered.links[0].ignores_default_routes = true;
  const netioconf_host host = to_abi(offered).value();
  Dialogue dialogue{{}};
  EXPECT_EQ(dialogue.send(netioconf_kind_other_host, 0, std::array{host}), "");
  EXPECT_EQ(from_abi(dialogue.response().other_host()), offered);
  const auto first_bytes = [&](std::size_t size) {
    return std::as_bytes(std::span{&host, 1}).first(size);
  };
  EXPECT_THAT(Dialogue{{}}.send(netioconf_kind_other_host, 0, first_bytes(NETIOCONF_HOST_SIZE_1)),
              HasSubstr("OTHER_HOST without its details"));
  for (const std::size_t size : {std::size_t{0}, std::size_t{391}, std::size_t{393}, sizeof host - 1}) {
    EXPECT_THAT(Dialogue{{}}.send(netioconf_kind_other_host, 0, first_bytes(size)),
                HasSubstr(fmt::format("{} bytes instead of 392 or 2568", size)));
  }
}

TEST(Response, IsNoRefusalWhereNothingWasAskedFor) {
  EXPECT_THAT(Dialogue({}, Start::resume).send(netioconf_kind_refused),
              HasSubstr("REFUSED instead of BEGUN"));
  EXPECT_THAT(
      Dialogue({}, Start::fresh).send(netioconf_kind_other_host, 0, std::array{netioconf_host{}}),
      HasSubstr("OTHER_HOST instead of BEGUN"));
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process
