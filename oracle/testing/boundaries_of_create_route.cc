#include "oracle/testing/boundaries.h"

namespace netioconf::oracle {
namespace {

using enum Status;

// A host with `link` as its second link. The first link supports everything.
Host second_link(Link link) {
  Host host = plain_host();
  link.luid = second_luid;
  link.index = 2;
  host.links.push_back(link);
  return host;
}

const StatusSet invalid{invalid_parameter};
const RouteRow row = a_route();

Operation create_to(const SocketAddress& address, std::uint8_t length) {
  return create(to(row, address, length));
}

Operation create_via(const SocketAddress& next_hop) { return create(via(row, next_hop)); }

Operation create_with_lifetimes(std::uint32_t valid_s, std::uint32_t preferred_s) {
  return create(with(with(row, &RouteRow::valid_lifetime_s, valid_s), &RouteRow::preferred_lifetime_s,
                     preferred_s));
}

Operation create_with_site_prefix(std::uint8_t length) {
  return create(with(row, &RouteRow::site_prefix_length, length));
}

Operation create_v6_to(const SocketAddress& address, std::uint8_t length) {
  return create(to(an_ipv6_route(), address, length));
}

std::vector<Boundary> of_destinations() {
  return {
      {"route.null-row", null_row(Call::create_route), invalid, create(row)},
      {"route.destination-unspecified", create_to(no_family, 0), invalid,
       create_to(ipv4(0, 0, 0, 0), 0)},
      {"route.destination-family", create_to(unknown_family, 8), invalid, create(an_ipv6_route())},
      {"route.destination-length", create_to(ipv4(10, 0, 0, 0), 33), invalid,
       create_to(ipv4(10, 0, 0, 0), 32)},
      {"route.destination-length", create_v6_to(ipv6(0x20010db800000000, 0), 129), invalid,
       create_v6_to(ipv6(0x20010db800000000, 0), 128)},
      {"route.destination-host-bits", create_to(ipv4(10, 0, 0, 1), 31), success_or(invalid_parameter),
       create_to(ipv4(10, 0, 0, 1), 32)},
      {"route.stray-bytes", create_to(with_port(ipv4(10, 0, 0, 0)), 8), success_or(invalid_parameter),
       create_to(ipv4(10, 0, 0, 0), 8)},
      {"route.stray-bytes", create_via(with_port(ipv4(10, 0, 0, 1))), success_or(invalid_parameter),
       create_via(ipv4(10, 0, 0, 1))},
  };
}

std::vector<Boundary> of_classes() {
  const StatusSet hedged = success_or(invalid_parameter);
  return {
      {"route.destination-class", create_to(ipv4(0, 0, 0, 0), 1), hedged,
       create_to(ipv4(0, 0, 0, 0), 0)},
      {"route.destination-class", create_to(ipv4(0, 0, 0, 1), 32), hedged,
       create_to(ipv4(1, 0, 0, 0), 32)},
      {"route.destination-class", create_to(ipv4(127, 0, 0, 0), 8), hedged,
       create_to(ipv4(126, 0, 0, 0), 8)},
      {"route.destination-class", create_to(ipv4(224, 0, 0, 0), 4), hedged,
       create_to(ipv4(223, 0, 0, 0), 8)},
      {"route.destination-class", create_to(ipv4(240, 0, 0, 0), 4), hedged,
       create_to(ipv4(169, 254, 0, 0), 16)},
      {"route.destination-class", create_to(ipv4(255, 255, 255, 255), 32), hedged,
       create_to(ipv4(128, 0, 0, 0), 8)},
      {"route.destination-class", create_v6_to(ipv6(0, 0x0000ffff00000000), 96), hedged,
       create_v6_to(ipv6(0, 0x0000fffe00000000), 96)},
      {"route.next-hop-class", create_via(ipv4(127, 0, 0, 1)), hedged, create_via(ipv4(126, 0, 0, 1))},
      {"route.next-hop-class", create_via(ipv4(255, 255, 255, 255)), hedged,
       create_via(ipv4(0, 0, 0, 0))},
      {"route.next-hop-unspecified", create_via(no_family), invalid, create_via(ipv4(0, 0, 0, 0))},
      {"route.next-hop-family", create_via(unknown_family), invalid, create_via(ipv4(10, 0, 0, 1))},
      {"route.next-hop-other-family", create_via(ipv6(0x20010db800000000, 1)),
       any_of(success, invalid_parameter, not_supported), create_via(ipv4(10, 0, 0, 1))},
      {.rule = "route.next-hop-on-loopback",
       .beyond = create_via(ipv4(10, 0, 0, 1)),
       .allowed_beyond = hedged,
       .within = create_via(ipv4(0, 0, 0, 0)),
       .host = a_host_with(with(a_link(), &Link::loopback, true))},
      {.rule = "route.next-hop-on-loopback",
       .beyond = create_via(ipv4(0, 0, 0, 1)),
       .allowed_beyond = hedged,
       .within = create_via(no_family),
       .allowed_within = invalid,
       .host = a_host_with(with(a_link(), &Link::loopback, true))},
  };
}

std::vector<Boundary> of_links() {
  const Host no_routes = second_link({.routes = false});
  const Host no_ipv6 = a_host_with(with(a_link(), &Link::ipv6, false));
  const Host no_ipv4 = a_host_with(with(a_link(), &Link::ipv4, false));
  return {
      {"route.link-unspecified", create(on(row, 0, 0)), invalid, create(on(row, 0, 1))},
      {"route.link-known", create(on(row, first_luid + 1, 1)), StatusSet{not_found},
       create(on(row, first_luid, 99))},
      {"route.link-known", create(on(row, 0, 2)), StatusSet{not_found}, create(on(row, 0, 1))},
      {.rule = "route.link-routes",
       .beyond = create(on(row, second_luid, 0)),
       .allowed_beyond = StatusSet{not_supported},
       .within = create(on(row, first_luid, 0)),
       .host = no_routes},
      {.rule = "route.stack",
       .beyond = create(an_ipv6_route()),
       .allowed_beyond = StatusSet{not_supported},
       .within = create(row),
       .host = a_host_without(ipv6_family)},
      {.rule = "route.stack",
       .beyond = create(row),
       .allowed_beyond = StatusSet{not_supported},
       .within = create(an_ipv6_route()),
       .host = a_host_without(ipv4_family)},
      {.rule = "route.link-stack",
       .beyond = create(an_ipv6_route()),
       .allowed_beyond = any_of(not_supported, not_found),
       .within = create(row),
       .host = no_ipv6},
      {.rule = "route.link-stack",
       .beyond = create(row),
       .allowed_beyond = any_of(not_supported, not_found),
       .within = create(an_ipv6_route()),
       .host = no_ipv4},
  };
}

std::vector<Boundary> of_values() {
  const StatusSet hedged = success_or(invalid_parameter);
  return {
      {"route.lifetimes", create_with_lifetimes(60, 61), invalid, create_with_lifetimes(60, 60)},
      {"route.lifetimes", create_with_lifetimes(1, infinite_lifetime_s), invalid,
       create_with_lifetimes(infinite_lifetime_s, 1)},
      {"route.valid-lifetime-0", create_with_lifetimes(0, 0), hedged, create_with_lifetimes(1, 0)},
      {"route.site-prefix", create_with_site_prefix(9), invalid, create_with_site_prefix(8)},
      {"route.site-prefix", create_with_site_prefix(254), invalid, create_with_site_prefix(255), hedged},
      {"route.site-prefix-255", create_with_site_prefix(255), hedged, create_with_site_prefix(8)},
  };
}

std::vector<Boundary> of_duplicates() {
  return {
      {.rule = "route.duplicate",
       .beyond = create(row),
       .allowed_beyond = StatusSet{object_already_exists},
       .within = create_to(ipv4(10, 0, 0, 0), 9),
       .before = {created(row)}},
      {.rule = "route.duplicate",
       .beyond = create(on(with(row, &RouteRow::metric, 7), 0, 1)),
       .allowed_beyond = StatusSet{object_already_exists},
       .within = create(on(row, second_luid, 2)),
       .before = {created(row)},
       .host = a_host_with_two_links()},
      {.rule = "route.duplicate-destination",
       .beyond = create_via(ipv4(10, 0, 0, 2)),
       .allowed_beyond = success_or(object_already_exists),
       .within = create_to(ipv4(10, 0, 0, 0), 9),
       .before = {created(row)}},
      {.rule = "route.duplicate-destination",
       .beyond = create_via(ipv4(10, 0, 0, 2)),
       .allowed_beyond = success_or(object_already_exists),
       .within = create(on(via(row, ipv4(10, 0, 0, 2)), second_luid, 2)),
       .before = {created(row)},
       .host = a_host_with_two_links()},
  };
}

}  // namespace

std::vector<Boundary> boundaries_of_create_route() {
  std::vector<Boundary> all;
  for (const auto& some : {of_destinations(), of_classes(), of_links(), of_values(), of_duplicates()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace netioconf::oracle
