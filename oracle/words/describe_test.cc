#include "oracle/words/describe.h"

#include <gtest/gtest.h>

namespace netioconf::oracle::words {
namespace {

RouteRow a_route() {
  RouteRow row;
  row.luid = first_luid;
  row.destination.address = ipv4(10, 0, 0, 0);
  row.destination.length = 8;
  row.next_hop = ipv4(10, 0, 0, 1);
  row.valid_lifetime_s = infinite_lifetime_s;
  row.preferred_lifetime_s = infinite_lifetime_s;
  row.protocol = protocol_netmgmt;
  return row;
}

AnycastRow an_anycast() {
  AnycastRow row;
  row.address = ipv6(0x20010db800000000, 1);
  row.luid = first_luid;
  return row;
}

std::string describe_route(Call call) {
  return describe(Operation{RouteCall{.call = call, .row = a_route()}});
}

Reply with_status(std::uint32_t status) {
  Reply reply;
  reply.status = status;
  return reply;
}

Reply ended(Ending ending, std::string detail) {
  Reply reply;
  reply.ending = ending;
  reply.detail = std::move(detail);
  return reply;
}

TEST(AnAddress, IsWrittenInDotsOrColons) {
  EXPECT_EQ(describe(ipv4(10, 0, 0, 1)), "10.0.0.1");
  EXPECT_EQ(describe(ipv4(255, 255, 255, 255)), "255.255.255.255");
  EXPECT_EQ(describe(ipv6(0x20010db800000000, 1)), "2001:db8::1");
}

TEST(AnIpv6Address, FollowsRfc5952) {
  EXPECT_EQ(describe(ipv6(0, 0)), "::");
  EXPECT_EQ(describe(ipv6(0, 1)), "::1");
  EXPECT_EQ(describe(ipv6(0x2001000000000000, 0)), "2001::");
  EXPECT_EQ(describe(ipv6(0x20010db8000000ab, 0x0001000100010001)), "2001:db8:0:ab:1:1:1:1")
      << "a single group of zeros is written out";
  EXPECT_EQ(describe(ipv6(0x2001000000000001, 0x0000000000000001)), "2001:0:0:1::1")
      << "the longest run is shortened";
  EXPECT_EQ(describe(ipv6(0x20010db800000000, 0x0001000000000001)), "2001:db8::1:0:0:1")
      << "of two runs of equal length the first is shortened";
  EXPECT_EQ(describe(ipv6(0x20010DB8ABCDEF01, 0x1234567890abcdef)),
            "2001:db8:abcd:ef01:1234:5678:90ab:cdef");
}

TEST(AMappedAddress, EndsInDots) {
  EXPECT_EQ(describe(ipv6(0, 0x0000ffff0a000001)), "::ffff:10.0.0.1");
  EXPECT_EQ(describe(ipv6(1, 0x0000ffff0a000001)), "::1:0:ffff:a00:1");
  EXPECT_EQ(describe(ipv6(0, 0x0000fffe0a000001)), "::fffe:a00:1");
}

TEST(APrefix, IsAnAddressWithItsLength) {
  EXPECT_EQ(describe(Prefix{.address = ipv4(10, 0, 0, 0), .length = 8}), "10.0.0.0/8");
}

TEST(AnAddressOfAnotherFamily, NamesItsNumberAndBytes) {
  EXPECT_EQ(describe(SocketAddress{}), "family 0");
  EXPECT_EQ(describe(SocketAddress{.family = 7, .bytes = {}}), "family 7");
  EXPECT_EQ(describe(SocketAddress{.family = 7, .bytes = {0, 0xab, 1}}), "family 7 (bytes 0x00AB01)");
}

TEST(AnAddress, IsDescribedWithPortPaddingFlowInfoAndScope) {
  SocketAddress address = ipv4(10, 0, 0, 1);
  address.bytes[1] = 80;
  EXPECT_EQ(describe(address), "10.0.0.1 (port 80)");
  address.bytes[7] = 1;
  EXPECT_EQ(describe(address), "10.0.0.1 (port 80, padding 0x0001)");

  address = ipv6(0xfe80000000000000, 1);
  address.bytes[0] = 1;
  address.bytes[5] = 2;
  address.bytes[22] = 3;
  EXPECT_EQ(describe(address), "fe80::1 (port 256, flow info 2, scope id 3)");
}

TEST(ARoute, SaysOnlyWhatIsNotUsual) {
  EXPECT_EQ(describe(a_route()), "10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000");
  EXPECT_EQ(describe(RouteRow{}), "all zeros");
}

TEST(ARoute, SaysEveryMemberThatIsNotUsual) {
  RouteRow row = a_route();
  row.index = 2;
  row.destination.padding = {1, 2, 3};
  row.site_prefix_length = 255;
  row.padding = {0, 0, 9};
  row.valid_lifetime_s = 60;
  row.preferred_lifetime_s = 61;
  row.metric = 5;
  row.protocol = 4;
  row.loopback = 1;
  row.autoconfigure_address = 1;
  row.publish = 2;
  row.immortal = 1;
  row.age_s = 7;
  row.origin = 0xffffffff;
  EXPECT_EQ(describe(row),
            "10.0.0.0/8 (padding 0x010203) via 10.0.0.1 on luid 0x6000001000000 (index 2), valid 60 s, "
            "preferred 61 s, site prefix 255, metric 5, protocol 4, loopback, autoconfigure address, "
            "publish 2, immortal, age 7 s, origin 0xFFFFFFFF, padding 0x000009");
}

TEST(ARoute, SaysBothLifetimesIfOneEnds) {
  RouteRow row = a_route();
  row.valid_lifetime_s = 60;
  EXPECT_EQ(describe(row),
            "10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000, valid 60 s, preferred infinite");
  row = a_route();
  row.preferred_lifetime_s = 0;
  EXPECT_EQ(describe(row),
            "10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000, valid infinite, preferred 0 s");
}

TEST(ARoute, IsOnLinkWhereTheNextHopIsAllZerosOfItsFamily) {
  RouteRow row = a_route();
  row.next_hop = ipv4(0, 0, 0, 0);
  EXPECT_EQ(describe(row), "10.0.0.0/8 on-link on luid 0x6000001000000");
  row.next_hop = ipv6(0, 0);
  EXPECT_EQ(describe(row), "10.0.0.0/8 via :: on luid 0x6000001000000");
  row.next_hop = SocketAddress{};
  EXPECT_EQ(describe(row), "10.0.0.0/8 via family 0 on luid 0x6000001000000");
  row.destination = Prefix{};
  EXPECT_EQ(describe(row), "family 0/0 via family 0 on luid 0x6000001000000");
}

TEST(ARoute, NamesItsLinkByLuidOrByIndex) {
  RouteRow row = a_route();
  row.luid = 0;
  EXPECT_EQ(describe(row), "10.0.0.0/8 via 10.0.0.1 on no link");
  row.index = 1;
  EXPECT_EQ(describe(row), "10.0.0.0/8 via 10.0.0.1 on index 1");
}

TEST(AnAnycastAddress, SaysOnlyWhatIsNotUsual) {
  AnycastRow row = an_anycast();
  EXPECT_EQ(describe(row), "2001:db8::1 on luid 0x6000001000000");
  row.scope_id = 5;
  row.padding = {1, 0, 0, 0};
  EXPECT_EQ(describe(row), "2001:db8::1 on luid 0x6000001000000, scope id 5, padding 0x01");
  EXPECT_EQ(describe(AnycastRow{}), "all zeros");
}

TEST(ACallWithARow, SaysTheVerbAndTheRow) {
  EXPECT_EQ(describe_route(Call::create_route),
            "create route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000");
  EXPECT_EQ(describe_route(Call::set_route),
            "set route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000");
  EXPECT_EQ(describe_route(Call::get_route),
            "get route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000");
  EXPECT_EQ(describe_route(Call::delete_route),
            "delete route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000");
  EXPECT_EQ(describe(Operation{AnycastCall{.call = Call::create_anycast, .row = an_anycast()}}),
            "create anycast 2001:db8::1 on luid 0x6000001000000");
  EXPECT_EQ(describe(Operation{AnycastCall{.call = Call::get_anycast, .row = an_anycast()}}),
            "get anycast 2001:db8::1 on luid 0x6000001000000");
  EXPECT_EQ(describe(Operation{RouteCall{.call = Call::initialize_route, .row = RouteRow{}}}),
            "initialize route row all zeros");
}

TEST(ACallWithARow, SaysNullAndMisalignment) {
  EXPECT_EQ(describe(Operation{RouteCall{}}), "create route NULL");
  EXPECT_EQ(describe(Operation{RouteCall{.row = {}, .misalignment = 7}}),
            "create route NULL, misaligned by 7");
  EXPECT_EQ(describe(Operation{AnycastCall{.call = Call::delete_anycast, .row = {}}}),
            "delete anycast NULL");
  EXPECT_EQ(describe(Operation{AnycastCall{.row = AnycastRow{}, .misalignment = 3}}),
            "create anycast all zeros, misaligned by 3");
}

TEST(ATableCall, NamesTheFamily) {
  EXPECT_EQ(describe(Operation{TableCall{}}), "get route table of every family");
  EXPECT_EQ(describe(Operation{TableCall{.family = ipv4_family}}), "get route table of IPv4");
  EXPECT_EQ(describe(Operation{TableCall{.call = Call::anycast_table, .family = ipv6_family}}),
            "get anycast table of IPv6");
  EXPECT_EQ(describe(Operation{TableCall{.family = 7, .null_table = true, .keep = true}}),
            "get route table of family 7, table pointer NULL, kept");
  EXPECT_EQ(describe(Operation{KeptTableCall{}}), "free table 0");
  EXPECT_EQ(describe(Operation{KeptTableCall{.call = Call::reread_table, .table = 1}}),
            "reread table 1");
}

TEST(ABestRouteCall, SaysWhatIsAskedFor) {
  EXPECT_EQ(describe(Operation{BestRouteCall{}}), "get best route to NULL on no link");
  EXPECT_EQ(describe(Operation{BestRouteCall{.luid = first_luid,
                                             .index = 0,
                                             .source = ipv4(10, 0, 0, 5),
                                             .destination = ipv4(10, 0, 0, 1)}}),
            "get best route to 10.0.0.1 from 10.0.0.5 on luid 0x6000001000000");
  EXPECT_EQ(describe(Operation{BestRouteCall{.luid = 0,
                                             .index = 1,
                                             .source = {},
                                             .destination = ipv4(10, 0, 0, 1),
                                             .sort_options = 1,
                                             .null_best_route = true,
                                             .null_best_source = true}}),
            "get best route to 10.0.0.1 on index 1, luid 0, sort options 1, best route NULL, "
            "best source NULL");
}

TEST(TheOtherCalls, SayWhatTheyAsk) {
  EXPECT_EQ(describe(Operation{NotifyCall{}}), "register for route changes of every family");
  EXPECT_EQ(describe(Operation{NotifyCall{.family = ipv4_family,
                                          .initial_notification = true,
                                          .null_callback = true,
                                          .null_handle = true}}),
            "register for route changes of IPv4, initial notification, callback NULL, handle NULL");
  EXPECT_EQ(describe(Operation{CancelCall{.registration = 2}}), "cancel notification 2");
  EXPECT_EQ(describe(Operation{CollectCall{.at_least = 2}}), "collect notifications, at least 2");
  EXPECT_EQ(describe(Operation{AdvanceCall{.seconds = 60}}), "advance clock by 60 s");
  EXPECT_EQ(describe(Operation{LinkCall{}}), "get link NULL");
  EXPECT_EQ(describe(Operation{LinkCall{LinkRow{.family = ipv4_family, .luid = first_luid}}}),
            "get link of IPv4 on luid 0x6000001000000");
  EXPECT_EQ(describe(Operation{LinkCall{LinkRow{.family = ipv6_family, .index = 1, .metric = 9}}}),
            "get link of IPv6 on index 1, metric 9");
}

TEST(AReply, GivesTheMeaningAndTheNumber) {
  EXPECT_EQ(describe(with_status(0), Call::create_route), "success (0)");
  EXPECT_EQ(describe(with_status(0xC000000D), Call::create_route), "invalid_parameter (0xC000000D)");
  EXPECT_EQ(describe(with_status(1168), Call::create_route), "not_found (1168)");
  EXPECT_EQ(describe(with_status(0), Call::initialize_route), "returned");
}

TEST(AReply, NamesWhatDecided) {
  Reply reply;
  reply.status = 87;
  reply.decided_by = "kernel: EINVAL";
  EXPECT_EQ(describe(reply, Call::create_route), "invalid_parameter (87, kernel: EINVAL)");
}

TEST(AReply, SaysHowElseTheCallEnded) {
  EXPECT_EQ(describe(ended(Ending::crashed, "SIGSEGV"), Call::create_route), "crashed: SIGSEGV");
  EXPECT_EQ(describe(ended(Ending::hung, ""), Call::create_route), "hung");
  EXPECT_EQ(describe(ended(Ending::exited, "exit status 3"), Call::free_table), "exited: exit status 3");
  EXPECT_EQ(describe(ended(Ending::garbled, ""), Call::create_route), "garbled");
  EXPECT_EQ(describe(ended(Ending::unavailable, "no such function"), Call::create_route),
            "unavailable: no such function");
}

TEST(AReply, GivesTheRowsThatAreResults) {
  Reply reply = with_status(0);
  reply.route = a_route();
  reply.best_source = ipv4(10, 0, 0, 5);
  EXPECT_EQ(describe(reply, Call::best_route),
            "success (0), 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000, source 10.0.0.5");
  EXPECT_EQ(describe(reply, Call::create_route), "success (0)");
  reply.status = 1168;
  EXPECT_EQ(describe(reply, Call::best_route), "not_found (1168)");

  reply = with_status(0);
  reply.anycast = an_anycast();
  EXPECT_EQ(describe(reply, Call::get_anycast), "success (0), 2001:db8::1 on luid 0x6000001000000");
  reply = with_status(0);
  reply.link = LinkRow{.metric = 25};
  EXPECT_EQ(describe(reply, Call::get_link), "success (0), metric 25");
  reply.link->connected = 1;
  reply.link->disable_default_routes = 0;
  EXPECT_EQ(describe(reply, Call::get_link), "success (0), metric 25");
  reply.link->connected = 0;
  reply.link->disable_default_routes = 1;
  EXPECT_EQ(describe(reply, Call::get_link),
            "success (0), metric 25, not connected, ignores default routes");
}

TEST(AReply, CountsRowsAndNotifications) {
  Reply reply = with_status(0);
  reply.table = TableReply{.row_count = 1, .routes = {}, .anycasts = {}};
  EXPECT_EQ(describe(reply, Call::route_table), "success (0), 1 row");
  reply.table->row_count = 2;
  reply.table->readable = false;
  EXPECT_EQ(describe(reply, Call::route_table), "success (0), unreadable table of 2 rows");
  reply.table->null_pointer = true;
  EXPECT_EQ(describe(reply, Call::route_table), "success (0), table NULL");

  reply = Reply{};
  EXPECT_EQ(describe(reply, Call::collect_notifications), "returned, 0 notifications");
  reply.notifications.resize(1);
  EXPECT_EQ(describe(reply, Call::notify_route_change), "success (0), 1 notification");
}

TEST(AReply, ReportsAWriteOutsideTheMemoryOfTheCaller) {
  Reply reply = with_status(0);
  reply.wrote_outside = true;
  EXPECT_EQ(describe(reply, Call::get_route), "success (0), wrote outside of the caller's memory");
}

TEST(AHost, NamesItsStacksAndLinks) {
  EXPECT_EQ(describe(plain_host()), "machine with IPv4, IPv6, link luid 0x6000001000000 (index 1)");
  EXPECT_EQ(describe(Host{.ipv4 = false, .ipv6 = true, .links = {}}), "machine with IPv6, no link");
  EXPECT_EQ(describe(Host{.ipv4 = false, .ipv6 = false, .links = {}}), "machine with no IP, no link");
}

TEST(AHost, NamesWhatIsUnusualAboutALink) {
  const Host host{.links = {Link{.luid = second_luid,
                                 .index = 2,
                                 .ipv4 = false,
                                 .ipv6 = false,
                                 .routes = false,
                                 .loopback = true,
                                 .ipv4_metric = 5,
                                 .ipv6_metric = 6}}};
  EXPECT_EQ(describe(host),
            "machine with IPv4, IPv6, link luid 0x6000002000000 (index 2, no IPv4, no IPv6, no routes, "
            "loopback, IPv4 metric 5, IPv6 metric 6)");
}

TEST(AHost, NamesTheDetailsOfALink) {
  const Host host{.links = {Link{.luid = second_luid,
                                 .index = 2,
                                 .connected = false,
                                 .ignores_default_routes = true,
                                 .path_mtu_timeout_ms = 600000,
                                 .addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}}}}};
  EXPECT_EQ(describe(host),
            "machine with IPv4, IPv6, link luid 0x6000002000000 (index 2, not connected, ignores "
            "default routes, path MTU timeout 600000 ms, address 10.0.0.9/8)");
}

}  // namespace
}  // namespace netioconf::oracle::words
