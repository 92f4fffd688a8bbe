#include "oracle/testing/boundaries.h"

namespace netioconf::oracle {
namespace {

using enum Status;
using MakeCall = Operation (*)(const RouteRow&);

const StatusSet invalid{invalid_parameter};
const RouteRow row = a_route();

RouteRow with_lifetimes(std::uint32_t valid_s, std::uint32_t preferred_s) {
  return with(with(row, &RouteRow::valid_lifetime_s, valid_s), &RouteRow::preferred_lifetime_s,
              preferred_s);
}

RouteRow with_site_prefix(std::uint8_t length) {
  return with(row, &RouteRow::site_prefix_length, length);
}

struct Ids {
  std::string_view null_row, destination_unspecified, destination_family, destination_length,
      destination_host_bits, next_hop_unspecified, next_hop_family, stray_bytes, link_unspecified,
      link_known, missing, link_routes, link_stack, next_hop_other_family, unusual_key;
};

constexpr Ids set_ids = {.null_row = "route-set.null-row",
                         .destination_unspecified = "route-set.destination-unspecified",
                         .destination_family = "route-set.destination-family",
                         .destination_length = "route-set.destination-length",
                         .destination_host_bits = "route-set.destination-host-bits",
                         .next_hop_unspecified = "route-set.next-hop-unspecified",
                         .next_hop_family = "route-set.next-hop-family",
                         .stray_bytes = "route-set.stray-bytes",
                         .link_unspecified = "route-set.link-unspecified",
                         .link_known = "route-set.link-known",
                         .missing = "route-set.missing",
                         .link_routes = "route-set.link-routes",
                         .link_stack = "route-set.link-stack",
                         .next_hop_other_family = "route-set.next-hop-other-family",
                         .unusual_key = "route-set.unusual-key"};
constexpr Ids get_ids = {.null_row = "route-get.null-row",
                         .destination_unspecified = "route-get.destination-unspecified",
                         .destination_family = "route-get.destination-family",
                         .destination_length = "route-get.destination-length",
                         .destination_host_bits = "route-get.destination-host-bits",
                         .next_hop_unspecified = "route-get.next-hop-unspecified",
                         .next_hop_family = "route-get.next-hop-family",
                         .stray_bytes = "route-get.stray-bytes",
                         .link_unspecified = "route-get.link-unspecified",
                         .link_known = "route-get.link-known",
                         .missing = "route-get.missing",
                         .link_routes = "route-get.link-routes",
                         .link_stack = "route-get.link-stack",
                         .next_hop_other_family = "route-get.next-hop-other-family",
                         .unusual_key = "route-get.unusual-key"};
constexpr Ids delete_ids = {.null_row = "route-delete.null-row",
                            .destination_unspecified = "route-delete.destination-unspecified",
                            .destination_family = "route-delete.destination-family",
                            .destination_length = "route-delete.destination-length",
                            .destination_host_bits = "route-delete.destination-host-bits",
                            .next_hop_unspecified = "route-delete.next-hop-unspecified",
                            .next_hop_family = "route-delete.next-hop-family",
                            .stray_bytes = "route-delete.stray-bytes",
                            .link_unspecified = "route-delete.link-unspecified",
                            .link_known = "route-delete.link-known",
                            .missing = "route-delete.missing",
                            .link_routes = "route-delete.link-routes",
                            .link_stack = "route-delete.link-stack",
                            .next_hop_other_family = "route-delete.next-hop-other-family",
                            .unusual_key = "route-delete.unusual-key"};

// A row with an invalid key names no entry, so that any failure is allowed.
std::vector<Boundary> of_keys(const Ids& ids, MakeCall call) {
  const StatusSet none;
  const StatusSet hedged = success_or(invalid_parameter);
  const Operation right = call(row);
  std::vector<Boundary> all = {
      without_entry(ids.destination_unspecified, call(to(row, no_family, 8)), invalid, right),
      without_entry(ids.destination_family, call(to(row, unknown_family, 8)), invalid, right),
      without_entry(ids.destination_length, call(to(row, ipv4(10, 0, 0, 0), 33)), invalid,
                    call(to(row, ipv4(10, 0, 0, 0), 32))),
      without_entry(ids.destination_host_bits, call(to(row, ipv4(10, 0, 0, 1), 8)), hedged, right),
      without_entry(ids.next_hop_unspecified, call(via(row, no_family)), invalid, right),
      without_entry(ids.next_hop_family, call(via(row, unknown_family)), invalid, right),
      without_entry(ids.stray_bytes, call(to(row, with_port(ipv4(10, 0, 0, 0)), 8)), hedged, right),
      without_entry(ids.stray_bytes, call(via(row, with_port(ipv4(10, 0, 0, 1)))), hedged, right),
      without_entry(ids.missing, call(to(row, ipv4(10, 0, 0, 0), 9)), none, right),
      without_entry(ids.missing, call(via(row, ipv4(10, 0, 0, 2))), none, right),
      {ids.link_unspecified, call(on(row, 0, 0)), invalid, call(on(row, 0, 1))},
      {ids.link_known, call(on(row, first_luid + 1, 1)), StatusSet{not_found},
       call(on(row, first_luid, 99))},
      {ids.link_known, call(on(row, 0, 2)), StatusSet{not_found}, call(on(row, 0, 1))},
  };
  all[2].allowed_within = any_failure();
  return all;
}

// Keys that no route can have.
std::vector<Boundary> of_impossible_keys(const Ids& ids, MakeCall call) {
  const Operation right = call(row);
  const StatusSet no_stack = any_of(not_supported, not_found);
  Host two_links = a_host_with_two_links();
  two_links.links[1].routes = false;
  std::vector<Boundary> all = {
      without_entry(ids.link_routes, call(on(row, second_luid, 0)), StatusSet{not_supported}, right),
      without_entry(ids.link_stack, call(an_ipv6_route()), no_stack, right),
      without_entry(ids.link_stack, call(an_ipv6_route()), no_stack, right),
      without_entry(ids.next_hop_other_family, call(via(row, ipv6(0x20010db800000000, 1))),
                    any_of(invalid_parameter, not_supported), right)};
  all[0].host = two_links;
  all[1].host = a_host_with(with(a_link(), &Link::ipv6, false));
  all[2].host = a_host_without(ipv6_family);
  // Without a stack on the machine, Set reports a missing entry or not supported.
  if (ids.link_stack == set_ids.link_stack) all.erase(all.begin() + 2);
  return all;
}

// The entry exists neither beyond nor within the boundary.
std::vector<Boundary> of_unusual_keys(const Ids& ids, MakeCall call) {
  std::vector<Boundary> all = {without_entry(ids.unusual_key, call(to(row, ipv4(127, 0, 0, 0), 8)),
                                             invalid, call(to(row, ipv4(126, 0, 0, 0), 8))),
                               without_entry(ids.unusual_key, call(via(row, ipv4(127, 0, 0, 1))),
                                             invalid, call(via(row, ipv4(126, 0, 0, 1)))),
                               without_entry(ids.unusual_key, call(via(row, ipv4(10, 0, 0, 2))), invalid,
                                             call(via(row, ipv4(0, 0, 0, 0))))};
  for (Boundary& boundary : all) boundary.allowed_within = any_failure();
  all[2].host = a_host_with(with(a_link(), &Link::loopback, true));
  return all;
}

std::vector<Boundary> of_stacks() {
  const Host host = a_host_without(ipv6_family);
  const StatusSet no_stack = any_of(not_supported, not_found);
  std::vector<Boundary> all = {
      without_entry("route-get.stack", get(an_ipv6_route()), no_stack, get(row)),
      without_entry("route-delete.stack", remove(an_ipv6_route()), no_stack, remove(row))};
  for (Boundary& boundary : all) boundary.host = host;
  return all;
}

std::vector<Boundary> of_call(Call number, const Ids& ids, MakeCall call) {
  std::vector<Boundary> all = of_keys(ids, call);
  for (const auto& some : {of_impossible_keys(ids, call), of_unusual_keys(ids, call)}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  all.push_back({ids.null_row, null_row(number), invalid, call(row)});
  return all;
}

std::vector<Boundary> of_values() {
  const StatusSet hedged = success_or(invalid_parameter);
  return {
      {"route-set.lifetimes", set(with_lifetimes(60, 61)), hedged, set(with_lifetimes(60, 60))},
      {"route-set.valid-lifetime-0", set(with_lifetimes(0, 0)), hedged, set(with_lifetimes(1, 0))},
      {"route-set.site-prefix", set(with_site_prefix(9)), hedged, set(with_site_prefix(8))},
      {"route-set.site-prefix", set(with_site_prefix(254)), hedged, set(with_site_prefix(255)), hedged},
      {"route-set.site-prefix-255", set(with_site_prefix(255)), hedged, set(with_site_prefix(8))},
      {"route-get.lifetimes", get(with_lifetimes(60, 61)), hedged, get(with_lifetimes(60, 60))},
      {"route-get.site-prefix", get(with_site_prefix(9)), hedged, get(with_site_prefix(8))},
      {"route-get.site-prefix", get(with_site_prefix(254)), hedged, get(with_site_prefix(255)), hedged},
      {"route-get.site-prefix-255", get(with_site_prefix(255)), hedged, get(with_site_prefix(8))},
  };
}

}  // namespace

std::vector<Boundary> boundaries_of_route_lookups() {
  std::vector<Boundary> all;
  for (const auto& some :
       {of_call(Call::set_route, set_ids, set), of_call(Call::get_route, get_ids, get),
        of_call(Call::delete_route, delete_ids, remove), of_values(), of_stacks()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  for (Boundary& boundary : all) boundary.before = {created(row)};
  return all;
}

}  // namespace netioconf::oracle
