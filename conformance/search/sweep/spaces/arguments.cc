#include "conformance/search/sweep/spaces/arguments.h"

#include <optional>

#include "conformance/search/sweep/spaces/hosts.h"
#include "conformance/search/values/values.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::AnycastRow;
using oracle::BestRouteCall;
using oracle::Host;
using oracle::LinkRow;
using oracle::RouteRow;
using oracle::SocketAddress;

void append(std::vector<SocketAddress>& list, const std::vector<SocketAddress>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

std::vector<SocketAddress> destinations(std::uint16_t family) {
  const Places there = places(family);
  std::vector<SocketAddress> list = {there.inside, there.second_inside, there.outside, there.far_away};
  append(list, values::of_no_family(there.network));
  list.push_back(values::other_family_address(family));
  append(list, values::addresses_of_every_class(family));
  for (const SocketAddress& outside : {there.outside, there.far_away, there.zero}) {
    list.push_back(oracle::masked(outside, there.length));
  }
  append(list, values::with_stray_bytes(there.network));
  return list;
}

std::vector<SocketAddress> next_hops(std::uint16_t family) {
  const Places there = places(family);
  std::vector<SocketAddress> list = {there.second_gateway, there.zero, there.network, there.outside};
  append(list, values::of_no_family(there.gateway));
  list.insert(list.end(),
              {values::other_family_address(family), places(values::other_family(family)).zero});
  append(list, values::addresses_of_every_class(family));
  append(list, values::with_stray_bytes(there.gateway));
  append(list, values::with_stray_bytes(there.zero));
  return list;
}

// The addresses for a call with one address. Those without a family are listed for IPv4 only, because
// they are the same for IPv6.
std::vector<SocketAddress> lone_addresses(std::uint16_t family) {
  const Places there = places(family);
  std::vector<SocketAddress> list = {there.second_inside, there.outside, there.far_away, there.network};
  append(list, values::of_no_family(there.inside));
  if (family == oracle::ipv6_family) std::erase(list, SocketAddress{});
  append(list, values::addresses_of_every_class(family));
  append(list, values::with_stray_bytes(there.inside));
  return list;
}

template <class Row>
void vary_link(ParameterSpace<Row>& parameters, const Host& host) {
  ParameterMember<Row> member{link_member,
                              [](const Row& from, Row& to) {
                                to.luid = from.luid;
                                to.index = from.index;
                              },
                              {}};
  for (const LinkWithName& name : link_names(host)) {
    Row row = parameters.plain;
    row.luid = name.luid;
    row.index = name.index;
    if (!(row == parameters.plain)) member.values.push_back(row);
  }
  parameters.members.push_back(std::move(member));
}

template <class Bytes>
std::vector<Bytes> paddings() {
  Bytes first{};
  first.front() = 1;
  Bytes last{};
  last.back() = 0xff;
  return {first, last};
}

// Members that no rule compares with another one.
void vary_the_rest(ParameterSpace<RouteRow>& parameters) {
  vary<[](auto& row) -> auto& { return row.protocol; }>(parameters, "Protocol", values::protocols());
  vary<[](auto& row) -> auto& { return row.loopback; }>(parameters, "Loopback", values::flags());
  vary<[](auto& row) -> auto& { return row.autoconfigure_address; }>(parameters, "AutoconfigureAddress",
                                                                     values::flags());
  vary<[](auto& row) -> auto& { return row.publish; }>(parameters, "Publish", values::flags());
  vary<[](auto& row) -> auto& { return row.immortal; }>(parameters, "Immortal", values::flags());
  vary<[](auto& row) -> auto& { return row.age_s; }>(parameters, "Age", values::ages_s());
  vary<[](auto& row) -> auto& { return row.origin; }>(parameters, "Origin", values::origins());
  using Padding = decltype(oracle::RouteRow::padding);
  vary<[](auto& row) -> auto& { return row.destination.padding; }>(
      parameters, "padding after PrefixLength", paddings<Padding>());
  vary<[](auto& row) -> auto& { return row.padding; }>(parameters, "padding after SitePrefixLength",
                                                       paddings<Padding>());
}

// The values include NULL for `luid`, with any index.
void vary_link(ParameterSpace<BestRouteCall>& parameters, const Host& host) {
  ParameterMember<BestRouteCall> member{link_member,
                                        [](const BestRouteCall& from, BestRouteCall& to) {
                                          to.luid = from.luid;
                                          to.index = from.index;
                                        },
                                        {}};
  for (const LinkWithName& name : link_names(host)) {
    BestRouteCall call = parameters.plain;
    call.luid = name.luid;
    call.index = name.index;
    if (!(call == parameters.plain)) member.values.push_back(call);
    if (name.luid != 0) continue;
    call.luid.reset();
    member.values.push_back(call);
  }
  parameters.members.push_back(std::move(member));
}

std::vector<std::optional<SocketAddress>> destinations_of_best_route(std::uint16_t family) {
  const std::vector<SocketAddress> addresses = lone_addresses(family);
  std::vector<std::optional<SocketAddress>> list = {addresses.begin(), addresses.end()};
  if (family == oracle::ipv4_family) list.push_back(std::nullopt);
  return list;
}

std::vector<std::optional<SocketAddress>> sources(std::uint16_t family) {
  const Places there = places(family);
  std::vector<SocketAddress> list = {there.inside, there.zero, values::other_family_address(family)};
  append(list, values::of_no_family(there.inside));
  return {list.begin(), list.end()};
}

}  // namespace

RouteRow plain_route(const Host& host, std::uint16_t family) {
  const Places there = places(family);
  RouteRow row;
  row.luid = plain_name(host).luid;
  row.destination = {.address = there.network, .length = there.length};
  row.next_hop = there.gateway;
  row.valid_lifetime_s = oracle::infinite_lifetime_s;
  row.preferred_lifetime_s = oracle::infinite_lifetime_s;
  row.metric = 5;
  row.protocol = oracle::protocol_netmgmt;
  return row;
}

AnycastRow plain_anycast(const Host& host, std::uint16_t family) {
  AnycastRow row;
  row.address = places(family).inside;
  row.luid = plain_name(host).luid;
  return row;
}

SharedParameterSpace<RouteRow> route_parameters(const Host& host, std::uint16_t family) {
  ParameterSpace<RouteRow> parameters{.plain = plain_route(host, family)};
  vary_link(parameters, host);
  vary<[](auto& row) -> auto& { return row.destination.address; }>(parameters, destination_member,
                                                                   destinations(family));
  vary<[](auto& row) -> auto& { return row.destination.length; }>(parameters, length_member,
                                                                  values::prefix_lengths());
  vary<[](auto& row) -> auto& { return row.next_hop; }>(parameters, next_hop_member, next_hops(family));
  vary<[](auto& row) -> auto& { return row.site_prefix_length; }>(parameters, site_prefix_member,
                                                                  values::site_prefix_lengths());
  vary<[](auto& row) -> auto& { return row.valid_lifetime_s; }>(parameters, valid_member,
                                                                values::lifetimes_s());
  vary<[](auto& row) -> auto& { return row.preferred_lifetime_s; }>(parameters, preferred_member,
                                                                    values::lifetimes_s());
  vary<[](auto& row) -> auto& { return row.metric; }>(parameters, metric_member, values::metrics());
  vary_the_rest(parameters);
  return std::make_shared<const ParameterSpace<RouteRow>>(std::move(parameters));
}

SharedParameterSpace<AnycastRow> anycast_parameters(const Host& host, std::uint16_t family) {
  ParameterSpace<AnycastRow> parameters{.plain = plain_anycast(host, family)};
  vary_link(parameters, host);
  vary<[](auto& row) -> auto& { return row.address; }>(parameters, "Address", lone_addresses(family));
  vary<[](auto& row) -> auto& { return row.scope_id; }>(parameters, "ScopeId", values::scope_ids());
  vary<[](auto& row) -> auto& { return row.padding; }>(parameters, "padding after Address",
                                                       paddings<decltype(AnycastRow::padding)>());
  return std::make_shared<const ParameterSpace<AnycastRow>>(std::move(parameters));
}

SharedParameterSpace<BestRouteCall> best_route_parameters(const Host& host, std::uint16_t family) {
  BestRouteCall call;
  call.luid = plain_name(host).luid;
  call.destination = places(family).inside;
  ParameterSpace<BestRouteCall> parameters{.plain = call};
  vary_link(parameters, host);
  vary<[](auto& each) -> auto& { return each.destination; }>(parameters, "DestinationAddress",
                                                             destinations_of_best_route(family));
  vary<[](auto& each) -> auto& { return each.source; }>(parameters, "SourceAddress", sources(family));
  vary<[](auto& each) -> auto& { return each.sort_options; }>(
      parameters, "AddressSortOptions", std::vector<std::uint32_t>{1, 0x8000'0000, 0xffff'ffff});
  vary<[](auto& each) -> auto& { return each.null_best_route; }>(parameters, "BestRoute is NULL",
                                                                 std::vector<bool>{true});
  vary<[](auto& each) -> auto& { return each.null_best_source; }>(
      parameters, "BestSourceAddress is NULL", std::vector<bool>{true});
  return std::make_shared<const ParameterSpace<BestRouteCall>>(std::move(parameters));
}

SharedParameterSpace<LinkRow> link_parameters(const Host& host, std::uint16_t family) {
  ParameterSpace<LinkRow> parameters{.plain = {.family = family, .luid = plain_name(host).luid}};
  vary_link(parameters, host);
  vary<[](auto& row) -> auto& { return row.metric; }>(parameters, metric_member, values::metrics());
  return std::make_shared<const ParameterSpace<LinkRow>>(std::move(parameters));
}

}  // namespace netioconf::conformance::search::sweep::spaces
