#include "oracle/testing/boundaries.h"

namespace netioconf::oracle {
namespace {

using enum Status;

const StatusSet invalid{invalid_parameter};

Operation table(Call call, std::uint16_t family) { return TableCall{.call = call, .family = family}; }

Operation null_table(Call call) { return TableCall{.call = call, .family = 0, .null_table = true}; }

Host a_host_without_any_stack() { return {.ipv4 = false, .ipv6 = false, .links = {a_link()}}; }

struct TableIds {
  std::string_view null_table, family, stack, any_stack, empty;
};

// The requested table has an entry of the family `filled` and none of the family `bare`.
std::vector<Boundary> of_tables(Call call, const TableIds& ids, const Step& entry, std::uint16_t filled,
                                std::uint16_t bare) {
  return {
      {.rule = ids.null_table,
       .beyond = null_table(call),
       .allowed_beyond = invalid,
       .within = table(call, unspecified_family),
       .before = {entry}},
      {.rule = ids.family,
       .beyond = table(call, 7),
       .allowed_beyond = invalid,
       .within = table(call, filled),
       .before = {entry}},
      {.rule = ids.stack,
       .beyond = table(call, bare),
       .allowed_beyond = any_of(not_supported, not_found),
       .within = table(call, filled),
       .before = {entry},
       .host = a_host_without(bare)},
      {.rule = ids.any_stack,
       .beyond = table(call, unspecified_family),
       .allowed_beyond = any_of(not_supported, not_found),
       .within = table(call, filled),
       .allowed_within = any_of(not_supported, not_found),
       .host = a_host_without_any_stack()},
      {.rule = ids.empty,
       .beyond = table(call, bare),
       .allowed_beyond = StatusSet{not_found},
       .within = table(call, filled),
       .before = {entry}},
  };
}

BestRouteCall search(const SocketAddress& destination) {
  return {.luid = first_luid, .index = 0, .source = {}, .destination = destination};
}

std::vector<Boundary> of_best_route_arguments() {
  BestRouteCall no_destination = search({});
  no_destination.destination.reset();
  const BestRouteCall right = search(ipv4(10, 1, 2, 3));
  return {
      {"best-route.null-argument", no_destination, invalid, right},
      {"best-route.null-argument", with(right, &BestRouteCall::null_best_route, true), invalid, right},
      {"best-route.null-argument", with(right, &BestRouteCall::null_best_source, true), invalid, right},
      {"best-route.destination-family", search(no_family), invalid, right},
      {"best-route.destination-family", search(unknown_family), invalid, right},
      {"best-route.link-unspecified", with(right, &BestRouteCall::luid, 0),
       success_or(invalid_parameter),
       with(with(right, &BestRouteCall::luid, 0), &BestRouteCall::index, 1)},
      {"best-route.link-unspecified", with(right, &BestRouteCall::luid, std::nullopt),
       success_or(invalid_parameter), right},
      {"best-route.link-known", with(right, &BestRouteCall::luid, first_luid + 1),
       any_of(not_found, file_not_found), with(right, &BestRouteCall::index, 99)},
      {"best-route.link-known",
       with(with(right, &BestRouteCall::luid, std::nullopt), &BestRouteCall::index, 2),
       any_of(not_found, file_not_found),
       with(with(right, &BestRouteCall::luid, std::nullopt), &BestRouteCall::index, 1)},
      without_entry("best-route.missing", search(ipv4(11, 0, 0, 0)), {},
                    search(ipv4(10, 255, 255, 255))),
      without_entry("best-route.missing", search(ipv6(0, 2)), {}, right),
  };
}

std::vector<Boundary> of_best_route_stacks() {
  const BestRouteCall right = search(ipv4(10, 1, 2, 3));
  const BestRouteCall other = search(ipv6(0x20010db800000000, 1));
  std::vector<Boundary> all = {
      without_entry("best-route.stack", other, StatusSet{not_supported}, right),
      without_entry("best-route.link-stack", other, any_of(not_supported, not_found), right)};
  for (Boundary& boundary : all) boundary.before = {created(a_route())};
  all[0].host = a_host_without(ipv6_family);
  all[1].host = a_host_with(with(a_link(), &Link::ipv6, false));
  return all;
}

std::vector<Boundary> of_best_route_classes() {
  StatusSet hedged = success_or(invalid_parameter);
  hedged.insert(file_not_found);
  const std::string_view rule = "best-route.destination-class";
  std::vector<Boundary> all = {
      {rule, search(ipv4(127, 0, 0, 1)), hedged, search(ipv4(126, 0, 0, 1))},
      {rule, search(ipv4(0, 0, 0, 0)), hedged, search(ipv4(169, 254, 0, 1))},
      {rule, search(ipv4(224, 0, 0, 1)), hedged, search(ipv4(223, 0, 0, 1))},
  };
  const RouteRow default_route = to(a_route(), ipv4(0, 0, 0, 0), 0);
  for (Boundary& boundary : all) {
    // The status for a missing route is decided first.
    boundary.before = {answered(boundary.beyond, number::file_not_found), created(default_route)};
    boundary.there = default_route;
  }
  return all;
}

Operation link_of(const LinkRow& row) { return LinkCall{.row = row}; }

std::vector<Boundary> of_links() {
  const LinkRow right{.family = ipv4_family, .luid = first_luid};
  const LinkRow ipv6 = with(right, &LinkRow::family, ipv6_family);
  return {
      {"link-metric.null-row", LinkCall{}, invalid, link_of(right)},
      {"link-metric.family", link_of(with(right, &LinkRow::family, 0)), invalid, link_of(ipv6)},
      {"link-metric.family", link_of(with(right, &LinkRow::family, 7)), invalid, link_of(right)},
      {"link-metric.link-unspecified", link_of(on(right, 0, 0)), invalid, link_of(on(right, 0, 1))},
      {"link-metric.link-known", link_of(on(right, first_luid + 1, 1)),
       any_of(not_found, file_not_found), link_of(on(right, first_luid, 99))},
      {"link-metric.link-known", link_of(on(right, 0, 2)), any_of(not_found, file_not_found),
       link_of(on(right, 0, 1))},
      {.rule = "link-metric.link-stack",
       .beyond = link_of(ipv6),
       .allowed_beyond = any_of(not_supported, not_found),
       .within = link_of(right),
       .host = a_host_with(with(a_link(), &Link::ipv6, false))},
      {.rule = "link-metric.link-stack",
       .beyond = link_of(ipv6),
       .allowed_beyond = any_of(not_supported, not_found),
       .within = link_of(right),
       .host = a_host_without(ipv6_family)},
  };
}

std::vector<Boundary> of_registrations() {
  return {{"notify.family", NotifyCall{.family = 7}, invalid, NotifyCall{.family = ipv4_family}},
          {"notify.family", NotifyCall{.family = 1}, invalid, NotifyCall{.family = unspecified_family}}};
}

}  // namespace

std::vector<Boundary> boundaries_of_queries() {
  constexpr TableIds route_ids = {.null_table = "route-table.null-table",
                                  .family = "route-table.family",
                                  .stack = "route-table.stack",
                                  .any_stack = "route-table.any-stack",
                                  .empty = "route-table.empty"};
  constexpr TableIds anycast_ids = {.null_table = "anycast-table.null-table",
                                    .family = "anycast-table.family",
                                    .stack = "anycast-table.stack",
                                    .any_stack = "anycast-table.any-stack",
                                    .empty = "anycast-table.empty"};
  std::vector<Boundary> all = of_best_route_arguments();
  for (Boundary& boundary : all) boundary.before = {created(a_route())};
  for (const auto& some :
       {of_tables(Call::route_table, route_ids, created(a_route()), ipv4_family, ipv6_family),
        of_tables(Call::anycast_table, anycast_ids, created(an_anycast()), ipv6_family, ipv4_family),
        of_best_route_classes(), of_best_route_stacks(), of_links(), of_registrations()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace netioconf::oracle
