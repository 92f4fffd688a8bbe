#include <array>

#include "oracle/testing/sample_rows.h"
#include "oracle/testing/ways.h"

namespace netioconf::oracle {
namespace {

using MakeCall = Operation (*)(const RouteRow&);

const RouteRow missing = to(row, ipv4(11, 0, 0, 0), 8);

struct Lookup {
  std::string function;
  MakeCall call;
};
const std::array<Lookup, 3> lookups = {
    {{"SetIpForwardEntry2", set}, {"GetIpForwardEntry2", get}, {"DeleteIpForwardEntry2", remove}}};

std::vector<Way> of_host_bits(const Lookup& lookup) {
  const std::string question = "host-bits-in-lookups";
  const Operation asked = lookup.call(untidy);
  Step found = answered(asked, number::success);
  // Only under "kept" does the route with those bits remain.
  const Steps exact = {created(untidy), created(row), removed(row), found};
  if (call_of(asked) == Call::get_route) found.reply.route = row;
  return {{question, lookup.function, "exact", exact},
          {question, lookup.function, "masked", {created(row), found}},
          {question,
           lookup.function,
           "refused",
           {created(untidy), created(row), answered(asked, number::invalid_parameter)}}};
}

// The answers have the order of the numbers.
std::vector<Way> of_missing(const std::string& question, const std::string& subject,
                            const Operation& operation, const Host& host = plain_host()) {
  constexpr std::array<std::pair<const char*, std::uint32_t>, 8> answers = {
      {{"not-found", 1168},
       {"invalid-parameter", 87},
       {"file-not-found", 2},
       {"not-supported", 50},
       {"object-already-exists", 5010},
       {"invalid-handle", 6},
       {"access-denied", 5},
       {"other", 31}}};
  std::vector<Way> all;
  for (const auto& [answer, status] : answers) {
    all.push_back({question, subject, answer, {answered(operation, status)}, host});
  }
  return all;
}

std::vector<Way> of_missing_routes() {
  constexpr std::array<std::pair<const char*, std::uint32_t>, 6> answers = {
      {{"not-found", 1168},
       {"network-unreachable", 1231},
       {"invalid-parameter", 87},
       {"file-not-found", 2},
       {"not-supported", 50},
       {"other", 31}}};
  std::vector<Way> all;
  for (const auto& [answer, status] : answers) {
    all.push_back({"missing-route", "", answer, {answered(best_route_to(ipv4(10, 0, 0, 1)), status)}});
  }
  return all;
}

BestRouteCall search_from(const std::optional<SocketAddress>& source, std::uint64_t luid = 0) {
  BestRouteCall search = std::get<BestRouteCall>(best_route_to(ipv4(10, 0, 0, 1), luid));
  search.source = source;
  return search;
}

const SocketAddress own_source = ipv4(10, 0, 0, 9);

// A search for the only route of a link with this property. The status for a missing route is decided
// first.
std::vector<Way> of_passed_over(const std::string& question, const std::string& subject, Link link,
                                const RouteRow& route, const BestRouteCall& search) {
  link.addresses = {{.address = own_source, .length = 8}};
  const Step not_found = answered(search, number::not_found);
  Step found = found_best(search, route);
  found.reply.best_source = own_source;
  return {{question, subject, "passed-over", {not_found, created(route), not_found}, a_host_with(link)},
          {question, subject, "used", {not_found, created(route), found}, a_host_with(link)}};
}

// From the address of the second link to a route of the first one.
std::vector<Way> of_links_of_source() {
  Host host = a_host_with_two_links();
  host.links.back().addresses = {{.address = own_source, .length = 8}};
  const BestRouteCall search = search_from(own_source);
  const Step not_found = answered(search, number::not_found);
  return {{"links-of-source", "", "its-link", {not_found, created(row), not_found}, host},
          {"links-of-source", "", "any-link", {not_found, created(row), found_best(search, row)}, host}};
}

// From the address of the second link by a route of the first one, which has an address too.
Way of_link_of_best_source() {
  Host host = a_host_with_two_links();
  host.links.front().addresses = {{.address = ipv4(10, 0, 0, 7), .length = 8}};
  host.links.back().addresses = {{.address = own_source, .length = 8}};
  Step found = found_best(search_from({}, first_luid), row);
  found.reply.best_source = own_source;
  return {"link-of-best-source", "", "any-link", {created(row), found}, host};
}

std::vector<Way> of_unusual_sources() {
  Host host = a_host_with_two_links();
  host.links.back().addresses = {{.address = own_source, .length = 8}};
  const Step missing_here = answered(best_route_to(ipv4(11, 0, 0, 1)), number::not_found);
  std::vector<Way> all;
  const auto add = [&](const std::string& subject, const BestRouteCall& search) {
    const Steps before = {missing_here, created(row)};
    Step found = found_best(search, row);
    found.reply.best_source = search.source;
    for (Way& way : accepted_or_refused("unusual-source", subject, found, before)) {
      way.host = host;
      all.push_back(way);
    }
  };
  add("unspecified", search_from(ipv4(0, 0, 0, 0), first_luid));
  add("loopback", search_from(ipv4(127, 0, 0, 1), first_luid));
  add("of no link", search_from(ipv4(10, 0, 0, 8), first_luid));
  add("of another link", search_from(own_source, first_luid));
  host.links.front().addresses = {{.address = ipv4(10, 0, 0, 7), .length = 8}};
  add("with stray bytes", search_from(with_port(ipv4(10, 0, 0, 7)), first_luid));
  host.links.front().addresses = {{.address = ipv6(0x20010db800000000, 9), .length = 64}};
  add("of another family", search_from(ipv6(0x20010db800000000, 9), first_luid));
  return all;
}

std::vector<Way> of_passed_over_links() {
  const Link unconnected = with(a_link(), &Link::connected, false);
  const Link ignoring = with(a_link(), &Link::ignores_default_routes, true);
  const RouteRow anywhere = to(row, ipv4(0, 0, 0, 0), 0);
  std::vector<Way> all;
  for (const auto& [subject, search] :
       {std::pair{"every link", search_from({})}, {"named link", search_from({}, first_luid)}}) {
    append(all, of_passed_over("unconnected-link", subject, unconnected, row, search));
    append(all, of_passed_over("ignored-default-routes", subject, ignoring, anywhere, search));
  }
  append(all, of_passed_over("ignored-default-routes", "link of the source", ignoring, anywhere,
                             search_from(own_source)));
  append(all, of_links_of_source());
  all.push_back(of_link_of_best_source());
  append(all, of_unusual_sources());
  BestRouteCall search = std::get<BestRouteCall>(best_route_to(ipv4(10, 0, 0, 1)));
  search.null_best_source = true;
  all.push_back(
      {"null-best-source", "", "refused", {created(row), answered(search, number::invalid_parameter)}});
  all.push_back({"null-best-source", "", "accepted", {created(row), found_best(search, row)}});
  return all;
}

std::vector<Way> of_outputs() {
  const RouteRow lifetimes = with(row, &RouteRow::valid_lifetime_s, 60);
  const RouteRow site_prefix = with(row, &RouteRow::site_prefix_length, 9);
  const RouteRow sentinel = with(row, &RouteRow::site_prefix_length, 255);
  std::vector<Way> all;
  const auto add = [&all](const std::string& subject, const RouteRow& spoiled) {
    append(all, accepted_or_refused("set-of-illegal-values", subject, was_set(spoiled), {created(row)}));
    const Step refusal = answered(get(spoiled), number::invalid_parameter);
    all.push_back({"get-validates-outputs", subject, "ignored", {created(row), read(spoiled, row)}});
    all.push_back({"get-validates-outputs", subject, "refused", {created(row), refusal}});
  };
  add("lifetimes", lifetimes);
  add("site prefix", site_prefix);
  add("site prefix 255", sentinel);
  return all;
}

std::vector<Way> of_wildcards() {
  const RouteRow wildcard = to(row, no_family, 0);
  const RouteRow on_link = via(row, ipv4(0, 0, 0, 0));
  const RouteRow left_out = via(row, no_family);
  return {
      {"get-wildcard", "destination", "refused", {answered(get(wildcard), number::invalid_parameter)}},
      {"get-wildcard", "destination", "first-match", {created(row), read(wildcard, row)}},
      {"get-wildcard", "link", "refused", {answered(get(on(row, 0, 0)), number::invalid_parameter)}},
      {"get-wildcard", "link", "first-match", {created(row), read(on(row, 0, 0), row)}},
      {"get-wildcard", "next hop", "refused", {answered(get(left_out), number::invalid_parameter)}},
      {"get-wildcard", "next hop", "first-match", {created(row), read(left_out, row)}},
      {"next-hop-of-family-0",
       "GetIpForwardEntry2",
       "refused",
       {answered(get(left_out), number::invalid_parameter)}},
      {"next-hop-of-family-0",
       "SetIpForwardEntry2",
       "refused",
       {answered(set(left_out), number::invalid_parameter)}},
      {"next-hop-of-family-0",
       "DeleteIpForwardEntry2",
       "refused",
       {answered(remove(left_out), number::invalid_parameter)}},
      {"next-hop-of-family-0", "SetIpForwardEntry2", "on-link", {created(on_link), was_set(left_out)}},
      {"next-hop-of-family-0",
       "DeleteIpForwardEntry2",
       "on-link",
       {created(on_link), removed(left_out)}}};
}

// A question whose answers are two statuses. The status for a link or for the machine is only visible
// if it differs from the known statuses for a missing entry and for a link that does not exist.
std::vector<Way> of_family(const std::string& question, const std::string& function, const Host& host,
                           const Operation& operation, const Steps& before = {}) {
  Way supported{question, function, "not-supported", before, host};
  supported.steps.push_back(answered(operation, number::not_supported));
  Way found{question, function, "not-found", before, host};
  found.steps.push_back(answered(operation, number::not_found));
  return {supported, found};
}

std::vector<Way> of_link_stacks() {
  const std::string question = "link-without-that-family";
  const Host host = a_host_with(with(a_link(), &Link::ipv6, false));
  std::vector<Way> all;
  const auto add = [&](const std::string& function, const Operation& without_entry,
                       const Operation& operation) {
    append(all, of_family(question, function, host, operation,
                          {answered(without_entry, number::already_exists)}));
  };
  for (const auto& [function, call] : lookups) add(function, call(missing), call(an_ipv6_route()));
  add("GetAnycastIpAddressEntry", get(an_ipv4_anycast()), get(an_anycast()));
  add("DeleteAnycastIpAddressEntry", remove(an_ipv4_anycast()), remove(an_anycast()));
  add("GetBestRoute2", best_route_to(ipv4(11, 0, 0, 1)), best_route_to(ipv6(0, 9)));
  return all;
}

// Set is not included: if the machine has no stack, no link has one.
std::vector<Way> of_machine_stacks() {
  const std::string question = "no-stack-on-the-machine";
  const Host host = a_host_without(ipv6_family);
  const RouteRow route = on(an_ipv6_route(), 0, 0);
  const AnycastRow anycast = on(an_anycast(), 0, 0);
  std::vector<Way> all =
      of_family(question, "GetBestRoute2", host, best_route_to(ipv6(0, 9), second_luid),
                {answered(best_route_to(ipv4(11, 0, 0, 1), second_luid), number::file_not_found)});
  // That a route is not found shows nothing.
  all.push_back({question,
                 "GetIpForwardEntry2",
                 "not-supported",
                 {answered(get(route), number::not_supported)},
                 host});
  append(all, of_family(question, "DeleteIpForwardEntry2", host, remove(route)));
  append(all, of_family(question, "GetAnycastIpAddressEntry", host, get(anycast)));
  append(all, of_family(question, "DeleteAnycastIpAddressEntry", host, remove(anycast)));
  return all;
}

}  // namespace

std::vector<Way> ways_with_lookups() {
  std::vector<Way> all = of_outputs();
  append(all, of_wildcards());
  append(all, of_link_stacks());
  append(all, of_machine_stacks());
  for (const Lookup& lookup : lookups) {
    append(all, of_host_bits(lookup));
    append(all, of_missing("missing-entry", lookup.function, lookup.call(missing)));
  }
  append(all, of_missing("missing-entry", "GetAnycastIpAddressEntry", get(an_anycast())));
  append(all, of_missing("missing-entry", "DeleteAnycastIpAddressEntry", remove(an_anycast())));
  Host loopback = plain_host();
  loopback.links[0].loopback = true;
  append(all, of_missing("missing-entry", "DeleteAnycastIpAddressEntry on a loopback link",
                         remove(an_anycast()), loopback));
  append(all, of_missing_routes());
  append(all, of_passed_over_links());
  return all;
}

}  // namespace netioconf::oracle
