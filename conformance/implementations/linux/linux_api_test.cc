#include "conformance/implementations/linux/linux_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/implementations/linux/testing/kernel.h"
#include "oracle/model/calls.h"
#include "oracle/model/samples.h"
#include "oracle/model/status.h"

// The adapter on this machine's kernel. Each test has its own namespaces. It is skipped if the machine
// permits none.
namespace netioconf::conformance::implementations::linux {
namespace {

using oracle::AnycastCall;
using oracle::Call;
using oracle::Reply;
using oracle::RouteCall;
using oracle::RouteRow;
using oracle::Status;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::uint32_t second_index = 2;

class TheKernel : public testing::Test {
 protected:
  void SetUp() override {
    if (!kernel_) GTEST_SKIP() << kernel_.error();
  }

  std::vector<Reply> replies(std::vector<oracle::Operation> operations,
                             const oracle::Host& host = oracle::a_host_with_two_links()) {
    const Outcome outcome =
        (*kernel_)->run({.start = Start::reset, .host = host, .operations = std::move(operations)});
    EXPECT_EQ(outcome.refused, "");
    return outcome.replies;
  }

  std::string refusal(const oracle::Host& host) {
    return (*kernel_)->run({.start = Start::reset, .host = host}).refused;
  }

  std::expected<std::unique_ptr<Transport>, std::string> kernel_ = kernel_in_a_child();
};

RouteRow with_metric(RouteRow row, std::uint32_t metric) {
  row.metric = metric;
  return row;
}

RouteRow on_second_link(RouteRow row) {
  row.luid = 0;
  row.index = second_index;
  return row;
}

Status status_of(const Reply& reply) { return oracle::meaning_of(reply.status); }

TEST_F(TheKernel, TakesMisalignedRows) {
  const RouteRow row = an_ipv4_route();
  for (const Reply& reply :
       replies({RouteCall{.row = row, .misalignment = 1},
                RouteCall{.call = Call::get_route, .row = row, .misalignment = 4}})) {
    EXPECT_EQ(reply.ending, oracle::Ending::returned) << reply.detail;
    EXPECT_EQ(status_of(reply), Status::success);
  }
}

TEST_F(TheKernel, KeepsARouteAndShowsIt) {
  for (const RouteRow& row : {an_ipv4_route(), an_ipv6_route()}) {
    const auto got = replies(
        {RouteCall{.row = row}, RouteCall{.call = Call::get_route, .row = row}, oracle::TableCall{}});
    ASSERT_EQ(got.size(), 3U);
    EXPECT_EQ(got[0].decided_by, "kernel");
    EXPECT_EQ(got[1].route->metric, row.metric);
    EXPECT_EQ(got[1].route->protocol, row.protocol);
    EXPECT_THAT(got[1].decided_by, StartsWith("kernel and adapter: "));
    ASSERT_EQ(got[2].table->routes.size(), 1U);
    EXPECT_EQ(got[2].table->routes[0].next_hop, row.next_hop);
  }
}

TEST_F(TheKernel, TakesAPrefixOncePerMetricWhateverTheLink) {
  const RouteRow row = an_ipv4_route();
  const auto got = replies({RouteCall{.row = row}, RouteCall{.row = on_second_link(row)},
                            RouteCall{.row = with_metric(row, 7)}});
  EXPECT_EQ(status_of(got[1]), Status::object_already_exists);
  EXPECT_THAT(got[1].decided_by, StartsWith("kernel: EEXIST"));
  EXPECT_EQ(status_of(got[2]), Status::success);
}

TEST_F(TheKernel, IsNotAskedWhatItHasNoMemberFor) {
  RouteRow row = an_ipv4_route();
  row.preferred_lifetime_s = 61;
  row.valid_lifetime_s = 60;
  const auto got = replies({RouteCall{.row = row}, oracle::TableCall{}});
  EXPECT_EQ(status_of(got[0]), Status::invalid_parameter);
  EXPECT_EQ(got[0].decided_by, "adapter: Linux has no preferred lifetime");
  EXPECT_EQ(status_of(got[1]), Status::not_found) << "nothing was stored";
}

TEST_F(TheKernel, LetsARouteOfIpv6Expire) {
  RouteRow row = an_ipv6_route();
  row.valid_lifetime_s = 1000;
  row.preferred_lifetime_s = 900;
  const auto got = replies({RouteCall{.row = row}, RouteCall{.call = Call::get_route, .row = row}});
  EXPECT_THAT(got[1].route->valid_lifetime_s, testing::AllOf(testing::Gt(990U), testing::Le(1000U)));
}

TEST_F(TheKernel, RefusesHostBitsOfIpv4AndMasksThoseOfIpv6) {
  RouteRow ipv4 = an_ipv4_route();
  ipv4.destination.address = oracle::ipv4(198, 51, 100, 7);
  RouteRow ipv6 = an_ipv6_route();
  ipv6.destination.address = oracle::ipv6(0x20010db800010000, 7);
  const auto got = replies({RouteCall{.row = ipv4}, RouteCall{.row = ipv6}, oracle::TableCall{}});
  EXPECT_THAT(got[0].decided_by, StartsWith("kernel: EINVAL, Invalid prefix"));
  EXPECT_EQ(got[1].status, 0U);
  ASSERT_EQ(got[2].table->routes.size(), 1U);
  EXPECT_EQ(got[2].table->routes[0].destination.address, an_ipv6_route().destination.address);
  EXPECT_EQ(got[2].table->routes[0].valid_lifetime_s, oracle::infinite_lifetime_s);
}

TEST_F(TheKernel, DeletesTheOnLinkRouteAndNotTheOneWithAGateway) {
  for (const RouteRow& row : {an_ipv4_route(), an_ipv6_route()}) {
    RouteRow on_link = with_metric(row, 9);
    on_link.next_hop.bytes = {};
    const auto got =
        replies({RouteCall{.row = row}, RouteCall{.row = on_link},
                 RouteCall{.call = Call::delete_route, .row = on_link}, oracle::TableCall{}});
    EXPECT_EQ(got[2].status, 0U);
    ASSERT_EQ(got[3].table->routes.size(), 1U);
    EXPECT_EQ(got[3].table->routes[0].next_hop, row.next_hop);
  }
}

TEST_F(TheKernel, DecidesAboutAMissingLink) {
  RouteRow row = an_ipv4_route();
  row.luid = 0x0006000099000000;
  for (const Call call : {Call::create_route, Call::set_route, Call::get_route, Call::delete_route}) {
    const auto got = replies({RouteCall{.call = call, .row = row}});
    EXPECT_EQ(status_of(got[0]), Status::not_found);
    EXPECT_THAT(got[0].decided_by, StartsWith("kernel: ENODEV")) << oracle::function_name(call);
  }
}

TEST_F(TheKernel, NotifiesOfEachChangeInItsOwnTerms) {
  const RouteRow row = an_ipv4_route();
  RouteRow changed = row;
  changed.protocol = 8;
  const auto got = replies({oracle::NotifyCall{.initial_notification = true}, RouteCall{.row = row},
                            RouteCall{.call = Call::set_route, .row = changed},
                            RouteCall{.call = Call::delete_route, .row = row}, oracle::CollectCall{}});
  std::vector<std::uint32_t> types;
  for (const oracle::Notification& notification : got[4].notifications)
    types.push_back(notification.type);
  EXPECT_THAT(types, testing::ElementsAre(3, 1, 0, 2));
}

TEST_F(TheKernel, ChangesAMetricOnlyByAnotherRoute) {
  const RouteRow row = an_ipv4_route();
  const auto got = replies({RouteCall{.row = row}, oracle::NotifyCall{},
                            RouteCall{.call = Call::set_route, .row = with_metric(row, 77)},
                            oracle::CollectCall{}, oracle::TableCall{}});
  EXPECT_EQ(got[2].status, 0U);
  EXPECT_EQ(got[3].notifications.size(), 2U);
  ASSERT_EQ(got[4].table->routes.size(), 1U);
  EXPECT_EQ(got[4].table->routes[0].metric, 77U);
}

TEST_F(TheKernel, FindsTheBestRouteByPrefixAndThenBySum) {
  const RouteRow row = an_ipv4_route();
  oracle::Host host = oracle::a_host_with_two_links();
  host.links[1].ipv4_metric = 5;
  const oracle::BestRouteCall question{.destination = oracle::ipv4(198, 51, 100, 9)};
  const auto got = replies({RouteCall{.row = with_metric(row, 2)},
                            RouteCall{.row = with_metric(on_second_link(row), 3)}, question},
                           host);
  EXPECT_EQ(got[2].route->luid, oracle::second_luid);
  EXPECT_EQ(got[2].route->metric, 3U);
}

TEST_F(TheKernel, CountsTheUsersOfAnAnycastAddress) {
  const oracle::AnycastRow row = an_anycast_address();
  const auto got = replies({AnycastCall{.row = row}, AnycastCall{.row = row},
                            oracle::TableCall{.call = Call::anycast_table},
                            AnycastCall{.call = Call::delete_anycast, .row = row},
                            AnycastCall{.call = Call::get_anycast, .row = row},
                            AnycastCall{.call = Call::delete_anycast, .row = row},
                            AnycastCall{.call = Call::get_anycast, .row = row}});
  EXPECT_EQ(got[1].status, 0U);
  EXPECT_EQ(got[2].table->anycasts.size(), 1U);
  EXPECT_EQ(got[4].status, 0U) << "the address has one user left";
  EXPECT_EQ(status_of(got[6]), Status::not_found);
}

TEST_F(TheKernel, CannotBeAskedForAnIpv4AnycastAddress) {
  oracle::AnycastRow row = an_anycast_address();
  row.address = oracle::ipv4(192, 0, 2, 7);
  const auto got = replies({AnycastCall{.row = row}});
  EXPECT_EQ(got[0].ending, oracle::Ending::unavailable);
  EXPECT_EQ(got[0].detail, "Linux has no IPv4 anycast addresses");
}

TEST_F(TheKernel, StartsEveryScriptWithEmptyTables) {
  (void)replies({RouteCall{.row = an_ipv4_route()}, RouteCall{.row = an_ipv6_route()},
                 AnycastCall{.row = an_anycast_address()}});
  const auto got = replies({oracle::TableCall{}, oracle::TableCall{.call = Call::anycast_table}});
  EXPECT_EQ(status_of(got[0]), Status::not_found);
  EXPECT_EQ(status_of(got[1]), Status::not_found);
}

TEST_F(TheKernel, IsAMachineWithoutIpv6WhenThatIsWanted) {
  oracle::Host host = oracle::a_host_with_two_links();
  host.ipv6 = false;
  const auto without =
      replies({RouteCall{.row = an_ipv6_route()}, RouteCall{.row = an_ipv4_route()}}, host);
  EXPECT_EQ(status_of(without[0]), Status::not_supported);
  EXPECT_THAT(without[0].decided_by, HasSubstr("IPv6 is disabled"));
  EXPECT_EQ(without[1].status, 0U);
  const auto with = replies({RouteCall{.row = an_ipv6_route()}, oracle::TableCall{}});
  EXPECT_EQ(with[0].status, 0U);
  EXPECT_EQ(with[1].table->routes.size(), 1U) << "the other machine has tables of its own";
}

TEST_F(TheKernel, TakesNoRouteOverALinkThatIsToHaveNone) {
  oracle::Host host = oracle::a_host_with_two_links();
  host.links[1].routes = false;
  const auto got = replies({RouteCall{.row = on_second_link(an_ipv4_route())}}, host);
  EXPECT_EQ(status_of(got[0]), Status::not_supported);
  EXPECT_THAT(got[0].decided_by, StartsWith("kernel: ENETDOWN"));
}

constexpr std::uint64_t documentation_ipv6 = 0x20010db800000000;

oracle::Host with_addresses() {
  oracle::Host host = oracle::a_host_with_two_links();
  host.links[0].addresses = {{oracle::ipv4(192, 0, 2, 7), 24},
                             {oracle::ipv4(192, 0, 2, 8), 24},
                             {oracle::ipv6(documentation_ipv6, 7), 64}};
  return host;
}

TEST_F(TheKernel, HasAddressesWithoutRoutesOfTheirOwn) {
  for (int time = 0; time < 2; ++time) {  // The addresses of the first script are removed.
    const auto got =
        replies({oracle::TableCall{}, oracle::TableCall{.call = Call::anycast_table}}, with_addresses());
    EXPECT_EQ(status_of(got[0]), Status::not_found);
    EXPECT_EQ(status_of(got[1]), Status::not_found) << "the kernel's own anycast addresses";
    EXPECT_EQ((*kernel_)->described(), with_addresses());
  }
}

TEST_F(TheKernel, ShowsTheAnycastAddressOfASubnetOnlyWhileItIsJoined) {
  oracle::AnycastRow row = an_anycast_address();
  row.address = oracle::ipv6(documentation_ipv6, 0);
  const auto got = replies({AnycastCall{.row = row}, AnycastCall{.call = Call::get_anycast, .row = row},
                            AnycastCall{.call = Call::delete_anycast, .row = row},
                            AnycastCall{.call = Call::get_anycast, .row = row}},
                           with_addresses());
  EXPECT_EQ(got[0].status, 0U);
  EXPECT_EQ(got[1].status, 0U);
  EXPECT_EQ(got[2].status, 0U);
  EXPECT_EQ(status_of(got[3]), Status::not_found);
}

TEST_F(TheKernel, NamesTheSourceThatItWouldSendFrom) {
  const std::vector<oracle::Operation> operations = {
      RouteCall{.row = an_ipv4_route()}, RouteCall{.row = an_ipv6_route()},
      oracle::BestRouteCall{.destination = oracle::ipv4(198, 51, 100, 9)},
      oracle::BestRouteCall{.destination = oracle::ipv6(0x20010db800010000, 9)}};
  const auto with = replies(operations, with_addresses());
  EXPECT_EQ(with[2].best_source, oracle::ipv4(192, 0, 2, 7));
  EXPECT_EQ(with[3].best_source, oracle::ipv6(documentation_ipv6, 7));
  const auto without = replies(operations, oracle::a_host_with_two_links());
  EXPECT_EQ(without[2].best_source, oracle::ipv4(0, 0, 0, 0));
  EXPECT_EQ(without[3].best_source, oracle::ipv6(0, 0));
}

TEST_F(TheKernel, RefusesItsOwnAddressAsNextHop) {
  RouteRow row = an_ipv4_route();
  row.next_hop = oracle::ipv4(192, 0, 2, 7);
  const auto got = replies({RouteCall{.row = row}}, with_addresses());
  EXPECT_THAT(got[0].decided_by, StartsWith("kernel: EINVAL, Nexthop has invalid gateway"));
}

TEST_F(TheKernel, StillUsesRoutesOfALinkThatIsNotConnected) {
  oracle::Host host = oracle::a_host_with_two_links();
  host.links[0].connected = false;
  const auto got = replies({RouteCall{.row = with_metric(an_ipv4_route(), 1)},
                            RouteCall{.row = on_second_link(with_metric(an_ipv4_route(), 2))},
                            oracle::BestRouteCall{.destination = oracle::ipv4(198, 51, 100, 9)}},
                           host);
  EXPECT_EQ(got[2].route->luid, oracle::first_luid);
  EXPECT_EQ((*kernel_)->described(), host);
}

TEST_F(TheKernel, HasNoClockToMove) {
  const auto got = replies({oracle::AdvanceCall{.seconds = 60}});
  EXPECT_EQ(got[0].detail, "netioconf_advance is missing");
}

TEST_F(TheKernel, SaysWhichHostItCannotBe) {
  oracle::Host host = oracle::a_host_with_two_links();
  host.ipv4 = false;
  EXPECT_EQ(refusal(host), "Linux always has an IPv4 stack");
  host = oracle::a_host_with_two_links();
  host.links[1].ipv4 = false;
  EXPECT_EQ(refusal(host), "Linux has no link without an IPv4 stack");
  host = oracle::a_host_with_two_links();
  host.links[0].ignores_default_routes = true;
  EXPECT_EQ(refusal(host), "Linux has no link that ignores default routes");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::linux
