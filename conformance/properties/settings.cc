#include "conformance/properties/settings.h"

#include <algorithm>

#include "conformance/properties/addresses.h"
#include "conformance/properties/values.h"

namespace netioconf::conformance {
namespace {

namespace gen = rc::gen;
using oracle::Host;
using oracle::Link;
using oracle::RouteRow;

constexpr std::uint64_t third_luid = 0x0047000003000000;
constexpr std::uint64_t fourth_luid = 0x0018000004000000;

enum class Kind : std::uint8_t { whole, without_routes, ipv4_only, ipv6_only, loopback, neither };

Link link_of(std::size_t position, Kind kind) {
  constexpr std::array<std::uint64_t, 4> luids = {oracle::first_luid, oracle::second_luid, third_luid,
                                                  fourth_luid};
  return {.luid = luids.at(position),
          .index = static_cast<std::uint32_t>(position) + 1,
          .ipv4 = kind != Kind::ipv6_only && kind != Kind::neither,
          .ipv6 = kind != Kind::ipv4_only && kind != Kind::neither,
          .routes = kind != Kind::without_routes,
          .loopback = kind == Kind::loopback};
}

rc::Gen<Kind> some_kind() {
  return gen::weightedElement<Kind>({{8, Kind::whole},
                                     {2, Kind::without_routes},
                                     {2, Kind::ipv4_only},
                                     {2, Kind::ipv6_only},
                                     {2, Kind::loopback},
                                     {1, Kind::neither}});
}

struct Metrics {
  std::uint32_t ipv4;
  std::uint32_t ipv6;
};

rc::Gen<Metrics> some_metrics() {
  return gen::map(gen::pair(some_metric(), some_metric()),
                  [](const auto& pair) { return Metrics{pair.first, pair.second}; });
}

rc::Gen<Host> host_of(std::size_t links) {
  const auto kinds = gen::container<std::vector<Kind>>(links, some_kind());
  const auto metrics = gen::container<std::vector<Metrics>>(links, some_metrics());
  const auto stacks = gen::weightedElement<std::pair<bool, bool>>(
      {{14, {true, true}}, {2, {true, false}}, {2, {false, true}}, {1, {false, false}}});
  return gen::map(gen::tuple(kinds, metrics, stacks), [](const auto& made) {
    const auto& [kind, metric, stack] = made;
    Host host{.ipv4 = stack.first, .ipv6 = stack.second, .links = {}};
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
  host.links.push_back(link_of(1, Kind::whole));
  host.links.back().ipv4_metric = 5;
  host.links.back().ipv6_metric = 50;
  return host;
}

LinkName by_luid(const Link& link) { return {.luid = link.luid, .index = 0}; }
LinkName by_index(const Link& link) { return {.luid = 0, .index = link.index}; }
LinkName by_both(const Link& link) { return {.luid = link.luid, .index = link.index}; }

// The links of a host; one that isn't there where the host has none.
std::vector<Link> links_of(const Host& host) {
  return host.links.empty() ? std::vector<Link>{link_of(0, Kind::whole)} : host.links;
}

// What resembles the name of a link and is none.
std::vector<LinkName> names_of_none(const std::vector<Link>& links) {
  std::vector<LinkName> names = {{0, 0}, {0, 0}, {0, 99}, {0, 0xffffffff}, {99, 0}, {~0ULL, 0}};
  for (const Link& link : links) {
    names.push_back({.luid = link.luid + 1, .index = link.index});
    names.push_back({.luid = link.luid ^ 0x0001000000000000, .index = link.index});
    names.push_back({.luid = link.luid & 0xffffffff, .index = 0});
    names.push_back({.luid = link.index, .index = link.index});
    names.push_back({.luid = 0, .index = link.index | 0x10000});
    names.push_back({.luid = 0, .index = link.index | 0x100});
    names.push_back({.luid = 0x0009000009000000, .index = link.index});
  }
  return names;
}

// The routes of one script lie close together: in each other's prefixes, beside each other.
struct Neighbourhood {
  oracle::SocketAddress centre;
  oracle::SocketAddress gateway;
};

rc::Gen<Neighbourhood> some_neighbourhood(std::uint16_t family) {
  return gen::map(gen::pair(ordinary_address(family), ordinary_address(family)),
                  [](const auto& made) { return Neighbourhood{made.first, made.second}; });
}

std::uint8_t legal_length(std::uint16_t family, std::uint8_t length) {
  return std::min(length, oracle::address_bits(family));
}

RouteRow route_at(const LinkName& name, const Neighbourhood& place, std::uint8_t length, bool on_link) {
  RouteRow row{.luid = name.luid, .index = name.index};
  const std::uint16_t family = place.centre.family;
  row.destination.length = legal_length(family, length);
  row.destination.address = oracle::masked(place.centre, row.destination.length);
  row.next_hop = on_link ? zero_address(family) : place.gateway;
  row.valid_lifetime_s = oracle::infinite_lifetime_s;
  row.preferred_lifetime_s = oracle::infinite_lifetime_s;
  row.protocol = oracle::protocol_netmgmt;
  return row;
}

// Members beside the key, as they may well be.
RouteRow furnished(RouteRow row, std::uint32_t metric, std::uint8_t site_prefix, std::uint8_t flags) {
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
  static const auto hosts = gen::weightedOneOf<Host>({{4, gen::just(oracle::plain_host())},
                                                      {4, gen::just(two_links())},
                                                      {3, host_of(1)},
                                                      {5, host_of(2)},
                                                      {3, host_of(3)},
                                                      {2, host_of(4)},
                                                      {1, host_of(0)}});
  return hosts;
}

rc::Gen<LinkName> name_of_a_link(const Host& host) {
  const std::vector<Link> links = links_of(host);
  const auto link = gen::elementOf(links);
  return gen::weightedOneOf<LinkName>(
      {{4, gen::map(link, by_luid)},
       {3, gen::map(link, by_both)},
       {3, gen::map(link, by_index)},
       {1, gen::map(gen::pair(link, link), [](const auto& two) {
          return LinkName{.luid = two.first.luid, .index = two.second.index};
        })},
       {1, gen::map(gen::pair(link, some_number()), [](const auto& made) {
          return LinkName{.luid = made.first.luid, .index = made.second};
        })}});
}

rc::Gen<LinkName> some_link_name(const Host& host) {
  return gen::weightedOneOf<LinkName>(
      {{3, name_of_a_link(host)}, {2, gen::elementOf(names_of_none(links_of(host)))}});
}

rc::Gen<RouteRow> plain_route(const Host& host) {
  return gen::mapcat(some_ip_family(), [host](std::uint16_t family) {
    const auto metric = gen::element<std::uint32_t>(0, 1, 5, 10, 25, 256, 3000);
    const auto made = gen::tuple(name_of_a_link(host), some_neighbourhood(family), some_length(family),
                                 gen::element(true, false, false), metric, some_octet(), some_octet());
    return gen::map(made, [](const auto& parts) {
      const auto& [name, place, length, on_link, metric_of, site_prefix, flags] = parts;
      return furnished(route_at(name, place, length, on_link), metric_of, site_prefix, flags);
    });
  });
}

rc::Gen<oracle::AnycastRow> plain_anycast(const Host& host) {
  return gen::mapcat(some_ip_family(), [host](std::uint16_t family) {
    return gen::map(gen::tuple(name_of_a_link(host), ordinary_address(family), some_number()),
                    [](const auto& parts) {
                      const auto& [name, address, scope_id] = parts;
                      return oracle::AnycastRow{.address = address,
                                                .luid = name.luid,
                                                .index = name.index,
                                                .scope_id = scope_id};
                    });
  });
}

rc::Gen<Setting> some_setting(const rc::Gen<Host>& hosts) {
  return gen::mapcat(hosts, [](const Host& host) {
    const auto few = [](const auto& rows, std::size_t count) {
      return gen::container<std::vector<typename std::decay_t<decltype(rows)>::ValueType>>(count, rows);
    };
    return gen::map(gen::pair(few(plain_route(host), 2), few(plain_anycast(host), 2)),
                    [host](const auto& made) {
                      return Setting{.host = host, .routes = made.first, .anycasts = made.second};
                    });
  });
}

}  // namespace netioconf::conformance
