#include "conformance/execution/shrink/shrink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace netioconf::conformance::execution::shrink {
namespace {

using oracle::Call;
using oracle::Operation;
using oracle::RouteCall;
using oracle::Script;
using testing::SizeIs;

constexpr std::uint64_t third_luid = 0x0006000003000000;

oracle::RouteRow a_row() {
  oracle::RouteRow row{.luid = oracle::second_luid, .index = 2};
  row.destination = {.address = oracle::ipv6(0x20010db800000000, 0), .length = 32};
  row.next_hop = oracle::ipv6(0xfe80000000000000, 1);
  row.valid_lifetime_s = 7200;
  row.metric = 77;
  row.publish = 1;
  return row;
}

// Every kind of call, on three links.
Script long_script() {
  Script script{.name = "route.metric/long"};
  script.host.links = {{.luid = oracle::first_luid, .index = 1},
                       {.luid = oracle::second_luid, .index = 2, .ipv4 = false},
                       {.luid = third_luid, .index = 3, .ipv6_metric = 5}};
  const oracle::AnycastRow anycast{
      .address = oracle::ipv4(192, 0, 2, 7), .luid = third_luid, .index = 3};
  for (int round = 0; round < 4; ++round) {
    script.operations.insert(
        script.operations.end(),
        {oracle::TableCall{.keep = true}, RouteCall{.call = Call::create_route, .row = a_row()},
         oracle::AnycastCall{.row = anycast}, oracle::NotifyCall{.family = oracle::ipv6_family},
         oracle::KeptTableCall{.call = Call::reread_table, .table = 0},
         RouteCall{.call = Call::delete_route, .row = a_row()}, oracle::CancelCall{0},
         oracle::LinkCall{.row = oracle::LinkRow{.family = 2, .luid = third_luid}},
         oracle::BestRouteCall{.luid = third_luid, .destination = oracle::ipv4(10, 0, 0, 1)}});
  }
  return script;
}

bool creates(const Operation& operation, bool (*such)(const oracle::RouteRow&)) {
  const auto* call = std::get_if<RouteCall>(&operation);
  return call != nullptr && call->call == Call::create_route && call->row && such(*call->row);
}

bool any_creates(const Script& script, bool (*such)(const oracle::RouteRow&)) {
  return std::ranges::any_of(script.operations,
                             [such](const Operation& operation) { return creates(operation, such); });
}

bool has_metric(const oracle::RouteRow& row) { return row.metric == 77; }

// Predicates that need each of the parts that shrinking removes.
const std::vector<StillFails>& predicates() {
  static const std::vector<StillFails> all = {
      [](const Script&) { return true; },
      [](const Script& script) { return any_creates(script, has_metric); },
      [](const Script& script) { return script.host.links.size() >= 2; },
      [](const Script& script) {
        return std::ranges::count_if(script.operations, [](const auto& each) {
                 return oracle::call_of(each) == Call::get_link;
               }) >= 3;
      },
      [](const Script& script) {
        return std::ranges::any_of(script.operations, [](const auto& each) {
          const auto* call = std::get_if<oracle::KeptTableCall>(&each);
          return call != nullptr && call->call == Call::reread_table;
        });
      },
  };
  return all;
}

TEST(Shrink, IsMinimalWhateverFails) {
  for (const StillFails& still_fails : predicates()) {
    const Shrunk shrunk = shrink(long_script(), still_fails);
    EXPECT_EQ(shrunk.end, ShrinkEnd::minimal);
    EXPECT_TRUE(is_minimal(shrunk.script, still_fails));
    EXPECT_FALSE(is_minimal(long_script(), still_fails));
  }
}

TEST(Shrink, GivesTheSameEachTime) {
  for (const StillFails& still_fails : predicates()) {
    const Shrunk once = shrink(long_script(), still_fails);
    const Shrunk again = shrink(long_script(), still_fails);
    EXPECT_EQ(once.script, again.script);
    EXPECT_EQ(once.runs, again.runs);
  }
}

TEST(Shrink, LeavesOneMemberOfOneOperationOnThePlainHost) {
  const Shrunk shrunk =
      shrink(long_script(), [](const Script& script) { return any_creates(script, has_metric); });
  EXPECT_EQ(shrunk.script.host, oracle::plain_host());
  ASSERT_THAT(shrunk.script.operations, SizeIs(1));
  const auto& row = *std::get<RouteCall>(shrunk.script.operations[0]).row;
  EXPECT_EQ(row.metric, 77U);
  EXPECT_EQ(row.destination, oracle::Prefix{});
  EXPECT_EQ(row.valid_lifetime_s, oracle::infinite_lifetime_s);
  EXPECT_EQ(shrunk.script.name, "route.metric/long");
}

TEST(Shrink, RenamesALinkInAllItsPlacesAtOnce) {
  // Two calls must name the same existing link.
  const auto both_name_it = [](const Script& script) {
    std::vector<std::uint64_t> luids;
    for (const Operation& operation : script.operations) {
      const auto* call = std::get_if<RouteCall>(&operation);
      if (call != nullptr && call->row) luids.push_back(call->row->luid);
    }
    return luids.size() == 2 && luids[0] == luids[1] && script.host.links.size() == 1 &&
           script.host.links[0].luid == luids[0];
  };
  Script script = long_script();
  script.host.links.erase(script.host.links.begin());
  script.host.links.pop_back();
  script.operations = {RouteCall{.call = Call::create_route, .row = a_row()},
                       RouteCall{.call = Call::delete_route, .row = a_row()}};
  const Shrunk shrunk = shrink(script, both_name_it);
  EXPECT_EQ(shrunk.script.host.links[0].luid, oracle::first_luid);
}

TEST(Shrink, SetsAValueBackInAllItsPlacesAtOnce) {
  const auto same_metric = [](const Script& script) {
    if (script.operations.size() != 2) return false;
    const auto metric = [&](std::size_t operation) {
      const auto* call = std::get_if<RouteCall>(&script.operations[operation]);
      return call != nullptr && call->row ? call->row->metric : operation;
    };
    return metric(0) == metric(1);
  };
  Script script{.host = oracle::plain_host()};
  script.operations = {RouteCall{.call = Call::create_route, .row = a_row()},
                       RouteCall{.call = Call::delete_route, .row = a_row()}};
  const Shrunk shrunk = shrink(script, same_metric);
  for (const Operation& operation : shrunk.script.operations) {
    const std::optional<oracle::RouteRow>& row = std::get<RouteCall>(operation).row;
    EXPECT_TRUE(!row || row->metric == 0);
  }
}

TEST(Shrink, StopsAtItsLimits) {
  const auto always = [](const Script&) { return true; };
  const Shrunk few = shrink(long_script(), always, {.runs_max = 3});
  EXPECT_EQ(few.end, ShrinkEnd::out_of_runs);
  EXPECT_EQ(few.runs, 3U);
  EXPECT_EQ(in_words(few), "stopped after 3 runs");
  const Shrunk late = shrink(long_script(), always, {.time_max = std::chrono::milliseconds{-1}});
  EXPECT_EQ(late.end, ShrinkEnd::out_of_time);
}

TEST(Shrink, LeavesAloneWhatDoesNotFail) {
  const Shrunk shrunk = shrink(long_script(), [](const Script&) { return false; });
  EXPECT_EQ(shrunk.end, ShrinkEnd::never_failed);
  EXPECT_EQ(shrunk.script, long_script());
}

}  // namespace
}  // namespace netioconf::conformance::execution::shrink
