#include "conformance/implementations/library/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "conformance/execution/implementation.h"
#include "conformance/execution/observe.h"
#include "conformance/implementations/library/testing/faulty.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::implementations::library {
namespace {

using oracle::Call;
using oracle::Ending;
using oracle::Trace;
using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::unique_ptr<execution::Implementation> in_process(const std::string& fault) {
  auto api = load_library(faulty_library(fault));
  EXPECT_TRUE(api.has_value()) << api.error();
  return execution::implementation_of(
      fault, in_process_transport(std::move(*api), {.patience = {.limit = unhurried}}));
}

oracle::Reply reply_to(const std::string& fault, const oracle::Operation& operation) {
  const Trace trace = in_process(fault)->observe(script_of({on_a_route(Call::create_route), operation}));
  EXPECT_GE(trace.steps.size(), 2U);
  return trace.steps.back().reply;
}

TEST(Library, IsNamedInWhatIsWrongWithIt) {
  const auto missing = load_library("missing.so");
  ASSERT_FALSE(missing.has_value());
  EXPECT_THAT(missing.error(), testing::StartsWith("missing.so: cannot be loaded: "));
  EXPECT_THAT(missing.error(), testing::Not(HasSubstr("\n")));
  const auto empty = load_library(faulty_library("no_functions"));
  ASSERT_FALSE(empty.has_value());
  EXPECT_THAT(empty.error(), HasSubstr("exports none of the documented functions"));
}

TEST(Library, IsReadAfterEachChange) {
  const Trace trace = in_process("nothing")->observe(script_of({on_a_route(Call::create_route)}));
  ASSERT_THAT(trace.steps, SizeIs(2));
  EXPECT_EQ(trace.steps[0].reply.route, a_route());
  EXPECT_TRUE(trace.steps[1].probe);
  EXPECT_THAT(trace.steps[1].reply.table->routes, testing::ElementsAre(a_route()));
}

TEST(Library, MayWriteOnlyTheRow) {
  EXPECT_TRUE(reply_to("write_past_row", on_a_route(Call::get_route)).wrote_outside);
  EXPECT_FALSE(reply_to("nothing", on_a_route(Call::get_route)).wrote_outside);
}

TEST(Library, MayChangeTheWorkingFolder) {
  const auto folder = std::filesystem::current_path();
  const auto implementation = in_process("change_folder");
  EXPECT_EQ(std::filesystem::current_path(), folder);
  (void)implementation->observe(ordinary_script());
  EXPECT_EQ(std::filesystem::current_path(), folder);
}

TEST(Library, MayHandOutTablesThatCannotBeRead) {
  for (const std::string fault : {"wild_pointer", "wild_count", "count_beyond_memory"}) {
    const oracle::Reply reply = reply_to(fault, oracle::TableCall{});
    ASSERT_TRUE(reply.table.has_value()) << fault;
    EXPECT_FALSE(reply.table->readable) << fault;
    EXPECT_THAT(reply.table->routes, IsEmpty()) << fault;
  }
  EXPECT_EQ(reply_to("wild_count", oracle::TableCall{}).table->row_count, 0xffffffffU);
}

TEST(Library, MayLeaveFunctionsOut) {
  const Trace trace = in_process("only_tables")->observe(ordinary_script());
  EXPECT_THAT(trace.steps, SizeIs(7));
  EXPECT_THAT(trace.steps,
              Each(Field(&oracle::Step::reply, Field(&oracle::Reply::ending, Ending::unavailable))));
  EXPECT_EQ(trace.steps[0].reply.detail, "CreateIpForwardEntry2 is missing");
}

TEST(Library, WithoutDescribeHasThePlainHost) {
  const auto implementation = in_process("no_reset");
  EXPECT_EQ(implementation->observe(ordinary_script()).host, oracle::plain_host());
  oracle::Script other = ordinary_script();
  other.host.ipv6 = false;
  EXPECT_THAT(implementation->observe(other).skipped, HasSubstr("IPv4 only"));
}

TEST(Library, WithoutResetIsPutBack) {
  const auto implementation = in_process("no_reset");
  const oracle::Script script =
      script_of({on_a_route(Call::create_route), oracle::NotifyCall{},
                 oracle::AnycastCall{.call = Call::create_anycast, .row = an_anycast()}});
  for (int time = 0; time < 2; ++time) {
    const Trace trace = implementation->observe(script);
    EXPECT_THAT(trace.initial_routes, IsEmpty());
    EXPECT_THAT(trace.initial_anycasts, IsEmpty());
    EXPECT_EQ(trace.steps[0].reply.status, STATUS_SUCCESS);
  }
}

TEST(Library, WithTwoLinksIsAskedOfThose) {
  const Trace trace = in_process("describe_two_links")->observe(ordinary_script());
  ASSERT_THAT(trace.host.links, SizeIs(2));
  EXPECT_EQ(trace.host.links[0].ipv4_metric, 5U);
  EXPECT_EQ(std::get<oracle::RouteCall>(trace.steps[0].operation).row->luid, trace.host.links[0].luid);
}

// The library takes any host, but describes none, or one of the first version.
TEST(Library, IsNotAskedForDetailsThatItDoesNotDescribe) {
  oracle::Script script = ordinary_script();
  script.host.links[0].addresses = {{oracle::ipv4(198, 51, 100, 7), 24}};
  for (const std::string library : {"nothing", "describe_no_details"}) {
    for (const auto& implementation : {in_process(library), isolated(library)}) {
      EXPECT_EQ(implementation->observe(script).skipped,
                "the script's host has details that this implementation does not describe")
          << library;
      EXPECT_THAT(implementation->observe(ordinary_script()).skipped, IsEmpty()) << library;
    }
  }
}

TEST(Library, MayMoveItsClock) {
  const oracle::Script script =
      script_of({oracle::AdvanceCall{.seconds = 60}, oracle::AdvanceCall{.seconds = 61}});
  const auto replies = [&](execution::Implementation& implementation) {
    std::vector<std::string> all;
    for (const oracle::Step& step : implementation.observe(script).steps)
      all.push_back(oracle::words::describe(step.reply, Call::advance_clock));
    return all;
  };
  using testing::ElementsAre;
  EXPECT_THAT(replies(*in_process("advance_by_minutes")),
              ElementsAre("returned", "unavailable: netioconf_advance returned 3"));
  EXPECT_THAT(replies(*isolated("advance_by_minutes")),
              ElementsAre("returned", "unavailable: netioconf_advance failed"));
  EXPECT_THAT(replies(*in_process("nothing")),
              testing::Each("unavailable: netioconf_advance is missing"));
  EXPECT_THAT(replies(*isolated("nothing")), testing::Each("unavailable: netioconf_advance is missing"));
}

TEST(Library, MayCallBackLaterFromAThread) {
  const auto implementation = in_process("late_callback");
  const Trace trace = implementation->observe(script_of(
      {oracle::NotifyCall{}, on_a_route(Call::create_route), oracle::CollectCall{.at_least = 1}}));
  const oracle::Notification expected{.registration = 0, .type = MibAddInstance, .row = a_route()};
  EXPECT_THAT(trace.steps.back().reply.notifications, testing::ElementsAre(expected));
}

TEST(Library, MayCallBackAfterCancelling) {
  const auto implementation = in_process("callback_after_cancel");
  const Trace trace = implementation->observe(
      script_of({oracle::NotifyCall{}, oracle::CancelCall{}, oracle::CollectCall{.at_least = 1}}));
  ASSERT_THAT(trace.steps.back().reply.notifications, SizeIs(1));
  EXPECT_EQ(trace.steps.back().reply.notifications[0].registration, 0U);
}

TEST(Library, MayCallBackWithAnythingAtAll) {
  const oracle::Script script = script_of({oracle::NotifyCall{}, oracle::CollectCall{.at_least = 1}});
  const Trace trace = in_process("wrong_context")->observe(script);
  const oracle::Notification expected{
      .registration = unknown_registration, .type = MibInitialNotification, .row = {}};
  EXPECT_THAT(trace.steps.back().reply.notifications, testing::ElementsAre(expected));
}

TEST(Library, MayCallBackAfterTheRunHasEnded) {
  const oracle::Script script = script_of({oracle::NotifyCall{}, on_a_route(Call::create_route)});
  (void)in_process("late_callback")->observe(script);
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
}

}  // namespace
}  // namespace netioconf::conformance::implementations::library
