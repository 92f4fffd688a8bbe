#include "conformance/search/properties/fixtures.h"

#include <algorithm>
#include <array>
#include <utility>

#include "conformance/search/properties/addresses.h"
#include "conformance/search/properties/values.h"

namespace netioconf::conformance::search::properties {
namespace {

namespace gen = rc::gen;
using oracle::Host;
using oracle::Link;
using oracle::RouteRow;

constexpr std::uint64_t third_luid = 0x0047000003000000;
constexpr std::uint64_t fourth_luid = 0x0018000004000000;

enum class FixtureKind : std::uint8_t { whole, without_routes, ipv4_only, ipv6_only, loopback, neither };

Link link_of(std::size_t position, FixtureKind kind) {
  constexpr std::array<std::uint64_t, 4> luids = {oracle::first_luid, oracle::second_luid, third_luid,
                                                  fourth_luid};
  return {.luid = luids.at(position),
          .index = static_cast<std::uint32_t>(position) + 1,
          .ipv4 = kind != FixtureKind::ipv6_only && kind != FixtureKind::neither,
          .ipv6 = kind != FixtureKind::ipv4_only && kind != FixtureKind::neither,
          .routes = kind != FixtureKind::without_routes,
          .loopback = kind == FixtureKind::loopback};
}

rc::Gen<FixtureKind> some_kind() {
  return gen::weightedElement<FixtureKind>({{8, FixtureKind::whole},
                                            {2, FixtureKind::without_routes},
                                            {2, FixtureKind::ipv4_only},
                                            {2, FixtureKind::ipv6_only},
                                            {2, FixtureKind::loopback},
                                            {1, FixtureKind::neither}});
}

struct Metrics {
  std::uint32_t ipv4;
  std::uint32_t ipv6;
};

rc::Gen<Metrics> some_metrics() {
  return gen::map(gen::pair(some_metric(), some_metric()),
                  [](const auto& pair) { return Metrics{pair.first, pair.second}; });
}

// Details that links seldom have. The same few addresses recur as next hops and anycast addresses.
struct Details {
  bool unconnected;
  bool ignores_default_routes;
  std::size_t addresses;
};

rc::Gen<Details> some_details() {
  static const auto seldom_true = gen::weightedElement<bool>({{7, false}, {1, true}});
  return gen::map(
      gen::tuple(seldom_true, seldom_true, gen::weightedElement<std::size_t>({{3, 0}, {2, 1}, {1, 2}})),
      [](const auto& made) {
        const auto& [unconnected, ignores, addresses] = made;
        return Details{unconnected, ignores, addresses};
      });
}

void add_details(const Details& details, std::size_t position, Link& link) {
  link.connected = !details.unconnected;
  link.ignores_default_routes = details.ignores_default_routes;
  const auto number = static_cast<std::uint8_t>(position + 1);
  if (details.addresses > 0) {
    link.addresses.push_back({.address = oracle::ipv4(192, 0, 2, number), .length = 24});
    link.path_mtu_timeout_ms = 1000U * number;
  }
  if (details.addresses > 1)
    link.addresses.push_back({.address = oracle::ipv6(0x20010db800000000, number), .length = 64});
}

// Links without details, which an old implementation knows, are most frequent.
rc::Gen<Host> with_details(rc::Gen<Host> hosts) {
  const auto details = gen::container<std::vector<Details>>(4, some_details());
  return gen::map(
      gen::tuple(std::move(hosts), details, gen::weightedElement<bool>({{2, false}, {1, true}})),
      [](const auto& made) {
        auto [host, details_of_links, wanted] = made;
        for (std::size_t position = 0; wanted && position < host.links.size(); ++position)
          add_details(details_of_links[position], position, host.links[position]);
        return host;
      });
}

rc::Gen<Host> host_of(std::size_t links) {
  const auto kinds = gen::container<std::vector<FixtureKind>>(links, some_kind());
  const auto metrics = gen::container<std::vector<Metrics>>(links, some_metrics());
  const auto stacks = gen::weightedElement<std::pair<bool, bool>>(
      {{14, {true, true}}, {2, {true, false}}, {2, {false, true}}, {1, {false, false}}});
  return gen::map(gen::tuple(kinds, metrics, stacks), [](const auto& made) {
    const auto& [kind, metric, stack] = made;
    Host host{.ipv4 = stack.first, .ipv6 = stack.second};
    for (std::size_t position = 0; position < kind.size(); ++position) {
      Link link = link_of(position, kind[position]);
      link.ipv4_metric = metric[position].ipv4;
      link.ipv6_metric = metric[position].ipv6;
      host.links.push_back(link);
    }
    return host;
  });
}

Host two_links() {
  Host host = oracle::plain_host();
  host.links.push_back(link_of(1, FixtureKind::whole));
  host.links.back().ipv4_metric = 5;
  host.links.back().ipv6_metric = 50;
  return host;
}

// The forms of a link's name.
enum class AddressForm : std::uint8_t { luid, both, index, luid_and_other_index, luid_and_any_index };

LinkName name_in(AddressForm form, const Link& link, const Link& other, std::uint32_t number) {
  switch (form) {
    case AddressForm::luid:
      return {.luid = link.luid, .index = 0};
    case AddressForm::both:
      return {.luid = link.luid, .index = link.index};
    case AddressForm::index:
      return {.luid = 0, .index = link.index};
    case AddressForm::luid_and_other_index:
      return {.luid = link.luid, .index = other.index};
    case AddressForm::luid_and_any_index:
      return {.luid = link.luid, .index = number};
  }
  return {};
}

// A link of the host, or a link that does not exist if the host has none.
const Link& link_at(const Host& host, std::size_t number) {
  static const Link absent = link_of(0, FixtureKind::whole);
  return host.links.empty() ? absent : host.links[number % host.links.size()];
}

// Names that resemble the name of a link but name no link. {0, 0} is listed twice to be more frequent.
constexpr std::size_t count_of_wrong_names = 13;
LinkName wrong_name(const Link& link, std::size_t number) {
  const std::array<LinkName, count_of_wrong_names> names = {
      {{0, 0},
       {0, 0},
       {0, 99},
       {0, 0xffffffff},
       {99, 0},
       {~0ULL, 0},
       {.luid = link.luid + 1, .index = link.index},
       {.luid = link.luid ^ 0x0001000000000000, .index = link.index},
       {.luid = link.luid & 0xffffffff, .index = 0},
       {.luid = link.index, .index = link.index},
       {.luid = 0, .index = link.index | 0x10000},
       {.luid = 0, .index = link.index | 0x100},
       {.luid = 0x0009000009000000, .index = link.index}}};
  return names.at(number % names.size());
}

rc::Gen<AddressForm> some_form() {
  return gen::weightedElement<AddressForm>({{4, AddressForm::luid},
                                            {3, AddressForm::both},
                                            {3, AddressForm::index},
                                            {1, AddressForm::luid_and_other_index},
                                            {1, AddressForm::luid_and_any_index}});
}

// The position of the first link from `number` on that accepts routes of the family.
std::size_t suitable(const Host& host, std::uint16_t family, std::size_t number) {
  for (std::size_t tried = 0; tried < host.links.size(); ++tried) {
    const Link& link = link_at(host, number + tried);
    if (link.routes && !link.loopback && oracle::link_has(link, family)) return number + tried;
  }
  return number;
}

// An address of the link that the row names, of the family of its destination; nullptr: it has none.
const oracle::SocketAddress* own_address(const Host& host, const RouteRow& row) {
  const Link* link = oracle::named_link(host, row.luid, row.index);
  if (link == nullptr) return nullptr;
  for (const oracle::Prefix& own : link->addresses) {
    if (own.address.family == row.destination.address.family) return &own.address;
  }
  return nullptr;
}

// The routes of one script are close together: nested in each other's prefixes or next to each other.
struct FixturePlace {
  std::uint16_t family;
  FamilyDependentAddress centre;
  FamilyDependentAddress gateway;
  FamilyDependentLength length;
  AddressForm form;
  std::size_t link;
  std::uint32_t number;
};

rc::Gen<FixturePlace> some_place() {
  return gen::map(
      gen::tuple(some_ip_family(), ordinary_address(), ordinary_address(), some_length(), some_form(),
                 some_position()),
      [](const auto& made) {
        const auto& [family, centre, gateway, length, form, number] = made;
        return FixturePlace{
            family, centre, gateway, length, form, number, static_cast<std::uint32_t>(number / 7)};
      });
}

LinkName name_at(const FixturePlace& place, const Host& host) {
  // One in six takes any link.
  const bool any = place.number % 6 == 5;
  const std::size_t number = any ? place.link : suitable(host, place.family, place.link);
  return name_in(place.form, link_at(host, number), link_at(host, number + 1), place.number);
}

RouteRow route_at(const FixturePlace& place, const Host& host) {
  const LinkName name = name_at(place, host);
  RouteRow row{.luid = name.luid, .index = name.index};
  row.destination.length = std::min(place.length(place.family), oracle::address_bits(place.family));
  row.destination.address = oracle::masked(place.centre(place.family), row.destination.length);
  row.next_hop = place.number % 3 == 0 ? zero_address(place.family) : place.gateway(place.family);
  const oracle::SocketAddress* own = own_address(host, row);
  if (own != nullptr && place.number % 5 == 1) row.next_hop = *own;
  row.valid_lifetime_s = oracle::infinite_lifetime_s;
  row.preferred_lifetime_s = oracle::infinite_lifetime_s;
  row.protocol = oracle::protocol_netmgmt;
  return row;
}

// The row with legal values for the members that are not part of the key.
RouteRow with_optional_members(RouteRow row, std::uint32_t metric, std::uint8_t site_prefix,
                               std::size_t flags) {
  row.metric = metric;
  row.site_prefix_length = std::min(site_prefix, row.destination.length);
  row.loopback = flags & 1U;
  row.autoconfigure_address = flags >> 1U & 1U;
  row.publish = flags >> 2U & 1U;
  row.immortal = flags >> 3U & 1U;
  return row;
}

}  // namespace

rc::Gen<Host> some_host() {
  static const auto hosts = with_details(gen::weightedOneOf<Host>({{5, gen::just(oracle::plain_host())},
                                                                   {5, gen::just(two_links())},
                                                                   {2, host_of(1)},
                                                                   {5, host_of(2)},
                                                                   {3, host_of(3)},
                                                                   {1, host_of(4)},
                                                                   {1, host_of(0)}}));
  return hosts;
}

rc::Gen<HostDependentLinkName> name_of_a_link() {
  static const auto names =
      gen::map(gen::tuple(some_form(), some_position(), some_number()),
               [](const auto& made) -> HostDependentLinkName {
                 return [made](const Host& host) {
                   const auto& [form, position, number] = made;
                   return name_in(form, link_at(host, position), link_at(host, position + 1), number);
                 };
               });
  return names;
}

rc::Gen<HostDependentLinkName> some_link_name() {
  static const auto wrong = gen::map(some_position(), [](std::size_t number) -> HostDependentLinkName {
    return [number](const Host& host) {
      return wrong_name(link_at(host, number / count_of_wrong_names), number);
    };
  });
  static const auto names =
      gen::weightedOneOf<HostDependentLinkName>({{3, name_of_a_link()}, {2, wrong}});
  return names;
}

rc::Gen<HostDependentRoute> plain_route() {
  static const auto metrics = gen::element<std::uint32_t>(0, 1, 5, 10, 25, 256, 3000);
  static const auto routes =
      gen::map(gen::tuple(some_place(), metrics, gen::element<std::uint8_t>(0, 0, 8, 16, 32, 128),
                          some_position()),
               [](const auto& made) -> HostDependentRoute {
                 return [made](const Host& host) {
                   const auto& [place, metric, site_prefix, flags] = made;
                   return with_optional_members(route_at(place, host), metric, site_prefix, flags);
                 };
               });
  return routes;
}

rc::Gen<HostDependentAnycast> plain_anycast() {
  static const auto anycasts =
      gen::map(gen::pair(some_place(), some_number()), [](const auto& made) -> HostDependentAnycast {
        return [made](const Host& host) {
          const auto& [place, scope_id] = made;
          const LinkName name = name_at(place, host);
          return oracle::AnycastRow{.address = place.centre(place.family),
                                    .luid = name.luid,
                                    .index = name.index,
                                    .scope_id = scope_id};
        };
      });
  return anycasts;
}

rc::Gen<Fixture> some_fixture(rc::Gen<Host> hosts) {
  static const auto routes = gen::container<std::vector<HostDependentRoute>>(2, plain_route());
  static const auto anycasts = gen::container<std::vector<HostDependentAnycast>>(2, plain_anycast());
  return gen::map(gen::tuple(std::move(hosts), routes, anycasts), [](const auto& made) {
    const auto& [host, host_dependent_routes, host_dependent_anycasts] = made;
    Fixture fixture{.host = host};
    for (const HostDependentRoute& route_on : host_dependent_routes)
      fixture.routes.push_back(route_on(host));
    for (const HostDependentAnycast& anycast_on : host_dependent_anycasts)
      fixture.anycasts.push_back(anycast_on(host));
    return fixture;
  });
}

}  // namespace netioconf::conformance::search::properties
