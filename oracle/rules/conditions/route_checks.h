#pragma once

#include "oracle/rules/conditions/route_conditions.h"
#include "oracle/rules/conditions/row_checks.h"

// What is checked of a route row. The examples start from a call that succeeds with a_route() as its
// row.
namespace netioconf::oracle::rules::inline conditions::route {

using RouteExample = CallExample<RouteCall>;

inline void go_to(RouteExample& example, const SocketAddress& destination, std::uint8_t length) {
  example.call.row = to(*example.call.row, destination, length);
}
inline void go_via(RouteExample& example, const SocketAddress& next_hop) {
  example.call.row->next_hop = next_hop;
}
inline void live_for(RouteExample& example, std::uint32_t valid_s, std::uint32_t preferred_s) {
  example.call.row->valid_lifetime_s = valid_s;
  example.call.row->preferred_lifetime_s = preferred_s;
}
inline void set_site_prefix(RouteExample& example, std::uint8_t length) {
  example.call.row->site_prefix_length = length;
}
// The only link of the machine has this property.
inline void have_link(RouteExample& example, bool Link::* property, bool value) {
  example.host = a_host_with(with(a_link(), property, value));
}

inline constexpr Check<RouteSituation> destination_unspecified{
    .says = "a destination of family 0 is refused",
    .applies =
        [](const RouteSituation& situation) {
          return situation.row != nullptr &&
                 situation.row->destination.address.family == unspecified_family;
        },
    .examples = {{[](RouteExample& example) { go_to(example, no_family, 0); },
                  [](RouteExample& example) { go_to(example, ipv4(0, 0, 0, 0), 0); }}}};

inline constexpr Check<RouteSituation> destination_family{
    .says = "a destination that is neither IPv4 nor IPv6 is refused",
    .applies =
        [](const RouteSituation& situation) {
          return situation.row != nullptr && !destination_is_ip(situation) &&
                 situation.row->destination.address.family != unspecified_family;
        },
    .examples = {{[](RouteExample& example) { go_to(example, unknown_family, 8); },
                  [](RouteExample& example) { example.call.row = an_ipv6_route(); }}}};

inline constexpr Check<RouteSituation> destination_length{
    .says = "a prefix longer than an address is refused",
    .applies =
        [](const RouteSituation& situation) {
          if (!destination_is_ip(situation)) return false;
          const Prefix& destination = situation.row->destination;
          return destination.length > address_bits(destination.address.family);
        },
    .examples = {{[](RouteExample& example) { go_to(example, ipv4(10, 0, 0, 0), 33); },
                  [](RouteExample& example) { go_to(example, ipv4(10, 0, 0, 0), 32); }},
                 {[](RouteExample& example) {
                    example.call.row = an_ipv6_route();
                    example.call.row->destination.length = 129;
                  },
                  [](RouteExample& example) {
                    example.call.row = an_ipv6_route();
                    example.call.row->destination.length = 128;
                  }}}};

inline constexpr ExamplePairs<RouteCall> host_bits_examples = {
    {[](RouteExample& example) { go_to(example, ipv4(10, 0, 0, 1), 31); },
     [](RouteExample& example) { go_to(example, ipv4(10, 0, 0, 1), 32); }}};

inline constexpr Check<RouteSituation> lookup_host_bits{
    .says = "a destination with non-zero host bits is not a valid prefix",
    .applies = [](const RouteSituation& situation) { return situation.host_bits_refused; },
    .examples = host_bits_examples};

inline constexpr Check<RouteSituation> next_hop_unspecified{
    .says = "a next hop of family 0 is refused",
    .applies = [](const RouteSituation& situation) { return situation.next_hop_refused; },
    .examples = {{[](RouteExample& example) { go_via(example, no_family); },
                  [](RouteExample& example) { go_via(example, ipv4(0, 0, 0, 0)); }}}};

inline constexpr Check<RouteSituation> next_hop_family{
    .says = "a next hop that is neither IPv4 nor IPv6 is refused",
    .applies =
        [](const RouteSituation& situation) {
          return situation.row != nullptr && !next_hop_is_ip(situation) &&
                 situation.row->next_hop.family != unspecified_family;
        },
    .examples = {{[](RouteExample& example) { go_via(example, unknown_family); },
                  [](RouteExample& example) { go_via(example, ipv4(10, 0, 0, 1)); }}}};

inline constexpr Check<RouteSituation> next_hop_other_family{
    .says = "a next hop whose family differs from the destination's is not valid",
    .applies =
        [](const RouteSituation& situation) {
          return destination_is_ip(situation) && next_hop_is_ip(situation) &&
                 situation.row->destination.address.family != situation.row->next_hop.family;
        },
    .examples = {{[](RouteExample& example) { go_via(example, ipv6(0x20010db800000000, 1)); },
                  [](RouteExample& example) { go_via(example, ipv4(10, 0, 0, 1)); }}}};

inline constexpr Check<RouteSituation> stray_bytes{
    .says = "an address with non-zero bytes outside the IP address is not valid",
    .applies = [](const RouteSituation& situation) { return situation.stray_bytes_refused; },
    .examples = {
        {[](RouteExample& example) { go_to(example, with_port(ipv4(10, 0, 0, 0)), 8); }, unchanged},
        {[](RouteExample& example) { go_via(example, with_port(ipv4(10, 0, 0, 1))); }, unchanged}}};

inline constexpr Check<RouteSituation> link_routes{
    .says = "a route on a link that does not support routes is not supported",
    .applies =
        [](const RouteSituation& situation) {
          return situation.link != nullptr && !situation.link->routes;
        },
    .examples = {{[](RouteExample& example) {
                    example.host = a_host_with_two_links();
                    example.host.links[1].routes = false;
                    name_link(example, second_luid, 0);
                  },
                  [](RouteExample& example) {
                    example.host = a_host_with_two_links();
                    example.host.links[1].routes = false;
                  }}}};

inline constexpr ExamplePairs<RouteCall> machine_stack_examples = {
    {[](RouteExample& example) {
       example.host = a_host_without(ipv6_family);
       example.call.row = an_ipv6_route();
     },
     [](RouteExample& example) { example.host = a_host_without(ipv6_family); }},
    {[](RouteExample& example) {
       example.host = a_host_without(ipv4_family);
       example.before.clear();
     },
     [](RouteExample& example) {
       example.host = a_host_without(ipv4_family);
       example.before.clear();
       example.call.row = an_ipv6_route();
     }}};

inline constexpr Check<RouteSituation> machine_stack{
    .says = "a family without a stack on the machine is not supported",
    .applies = machine_lacks_family,
    .examples = machine_stack_examples};

inline constexpr ExamplePairs<RouteCall> link_stack_examples = {
    {[](RouteExample& example) {
       have_link(example, &Link::ipv6, false);
       example.call.row = an_ipv6_route();
     },
     [](RouteExample& example) { have_link(example, &Link::ipv6, false); }},
    {[](RouteExample& example) {
       have_link(example, &Link::ipv4, false);
       example.before.clear();
     },
     [](RouteExample& example) {
       have_link(example, &Link::ipv4, false);
       example.before.clear();
       example.call.row = an_ipv6_route();
     }}};

// Of Get and Delete. Set, whose page doesn't mention the machine's stacks, has a check of its own.
inline constexpr Check<RouteSituation> lookup_link_stack{
    .says = "a link without a stack for the destination's family has no such route",
    .applies =
        [](const RouteSituation& situation) {
          return situation.link != nullptr && destination_is_ip(situation) &&
                 (machine_lacks_family(situation) || link_lacks_family(situation));
        },
    .examples = link_stack_examples};

inline constexpr Check<RouteSituation> lifetimes{
    .says = "a preferred lifetime above the valid one is refused",
    .applies =
        [](const RouteSituation& situation) {
          return situation.row != nullptr &&
                 situation.row->preferred_lifetime_s > situation.row->valid_lifetime_s;
        },
    .examples = {{[](RouteExample& example) { live_for(example, 60, 61); },
                  [](RouteExample& example) { live_for(example, 60, 60); }},
                 {[](RouteExample& example) { live_for(example, 1, infinite_lifetime_s); },
                  [](RouteExample& example) { live_for(example, infinite_lifetime_s, 1); }}}};

inline constexpr Check<RouteSituation> valid_lifetime_0{
    .says = "a valid lifetime of 0 is refused",
    .applies =
        [](const RouteSituation& situation) {
          return situation.row != nullptr && situation.row->valid_lifetime_s == 0;
        },
    .examples = {{[](RouteExample& example) { live_for(example, 0, 0); },
                  [](RouteExample& example) { live_for(example, 1, 0); }}}};

inline constexpr Check<RouteSituation> site_prefix{
    .says = "a site prefix longer than the prefix is refused",
    .applies =
        [](const RouteSituation& situation) {
          return situation.row != nullptr && situation.row->site_prefix_length != illegal_site_prefix &&
                 situation.row->site_prefix_length > situation.row->destination.length;
        },
    .examples = {{[](RouteExample& example) { set_site_prefix(example, 9); },
                  [](RouteExample& example) { set_site_prefix(example, 8); }},
                 {[](RouteExample& example) { set_site_prefix(example, 254); },
                  [](RouteExample& example) { set_site_prefix(example, 255); }}}};

inline constexpr Check<RouteSituation> site_prefix_255{
    .says = "a site prefix of 255 is longer than any prefix",
    .applies =
        [](const RouteSituation& situation) {
          return situation.row != nullptr && situation.row->site_prefix_length == illegal_site_prefix;
        },
    .examples = {{[](RouteExample& example) { set_site_prefix(example, 255); },
                  [](RouteExample& example) { set_site_prefix(example, 8); }}}};

inline constexpr ExamplePairs<RouteCall> missing_examples = {
    {[](RouteExample& example) { example.call.row->destination.length = 9; }, unchanged},
    {[](RouteExample& example) { go_via(example, ipv4(10, 0, 0, 2)); }, unchanged}};

inline constexpr Check<RouteSituation> missing{
    .says = "destination and next hop must match a route of the link",
    .applies = no_route_matches,
    .examples = missing_examples};

inline constexpr Check<RouteSituation> unusual_key{
    .says = "a key that no route can have is refused",
    .applies = key_is_unusual,
    .examples = {{[](RouteExample& example) { go_to(example, ipv4(127, 0, 0, 0), 8); },
                  [](RouteExample& example) { go_to(example, ipv4(126, 0, 0, 0), 8); }},
                 {[](RouteExample& example) { go_via(example, ipv4(127, 0, 0, 1)); },
                  [](RouteExample& example) { go_via(example, ipv4(126, 0, 0, 1)); }},
                 {[](RouteExample& example) {
                    have_link(example, &Link::loopback, true);
                    go_via(example, ipv4(10, 0, 0, 2));
                  },
                  [](RouteExample& example) {
                    have_link(example, &Link::loopback, true);
                    go_via(example, ipv4(0, 0, 0, 0));
                  }}}};

}  // namespace netioconf::oracle::rules::inline conditions::route
