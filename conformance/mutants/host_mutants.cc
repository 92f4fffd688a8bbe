#include "conformance/emulator/behaviour/effects.h"
#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"

// Mutants of what only a host with details shows: addresses, connection, default routes, path MTU
// timeout.
namespace netioconf::conformance::mutants::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace host_mutants {

using emulator::Address;
using emulator::Behaviour;
using emulator::RouteKey;
using Row = MIB_IPINTERFACE_ROW;

// passed_over: bool (const RouteKey& key, const netioconf_link_details& details)
template <auto passed_over>
Behaviour passing_over() {
  return replaced<&Behaviour::eligible,
                  [](const emulator::RouteKey& key, const netioconf_link_details& details) {
                    return !passed_over(key, details) && emulator::common().eligible(key, details);
                  }>();
}

// edit: void (MIB_IPINTERFACE_ROW& row, const netioconf_link_details& details)
template <auto edit>
Behaviour reading_link() {
  return replaced<&Behaviour::read_link,
                  [](const netioconf_link& link, const netioconf_link_details& details,
                     std::uint16_t family) {
                    host_mutants::Row row = emulator::common().read_link(link, details, family);
                    edit(row, details);
                    return row;
                  }>();
}

// other: SOCKADDR_INET (const netioconf_host& host, SOCKADDR_INET right, const RouteKey* best)
template <auto other>
Behaviour sending_from() {
  return replaced<&Behaviour::best_source, [](const netioconf_host& host, const SOCKADDR_INET* source,
                                              const emulator::Address& destination,
                                              const emulator::RouteKey* best) {
    const SOCKADDR_INET right = emulator::common().best_source(host, source, destination, best);
    return source == nullptr ? other(host, right, best) : right;
  }>();
}

// status: emulator::Status (std::uint16_t family) of a search from a source address of that family.
template <auto status>
Behaviour from_sources() {
  return replaced<&Behaviour::source, [](const netioconf_host&, const SOCKADDR_INET& source) {
    return status(source.si_family);
  }>();
}

template <std::uint16_t family>
Behaviour from_sources_over_any_link() {
  return replaced<&Behaviour::sends_from, [](const netioconf_host& host, const SOCKADDR_INET& source,
                                             std::uint8_t link) {
    return source.si_family == family || emulator::common().sends_from(host, source, link);
  }>();
}

Address loopback_ipv4() { return {emulator::ipv4, {127, 0, 0, 1}}; }
Address loopback_ipv6() {
  Address address{emulator::ipv6, {}};
  address.bytes[15] = 1;
  return address;
}

bool is_ipv6(const RouteKey& key) { return key.prefix.family == emulator::ipv6; }

RouteKey on_link(const RouteKey& key) {
  RouteKey same = key;
  same.next_hop = {key.next_hop.family, {}};
  return same;
}

constexpr Mutant list[] = {
    {"best-route-unconnected-ipv4-passed-over", "best-route.connected-link",
     "passes over IPv4 routes of links that are not connected, not over IPv6 routes",
     host_mutants::passing_over<[](const emulator::RouteKey& key,
                                   const netioconf_link_details& details) {
       return details.disconnected != 0 && !host_mutants::is_ipv6(key);
     }>},
    {"best-route-unconnected-gateways-passed-over", "best-route.connected-link",
     "passes over routes of links that are not connected if they have a next hop",
     host_mutants::passing_over<[](const emulator::RouteKey& key,
                                   const netioconf_link_details& details) {
       return details.disconnected != 0 && key.next_hop != emulator::Address{key.next_hop.family, {}};
     }>},
    {"best-route-long-unconnected-passed-over", "best-route.connected-link",
     "passes over routes of links that are not connected if their prefix is longer than 16 bits",
     host_mutants::passing_over<[](const emulator::RouteKey& key,
                                   const netioconf_link_details& details) {
       return details.disconnected != 0 && 16 < key.length_bits;
     }>},

    {"best-route-default-of-ipv6-not-ignored", "best-route.default-routes",
     "uses IPv6 default routes of links that ignore default routes, not IPv4 ones",
     replaced<&Behaviour::eligible,
              [](const emulator::RouteKey& key, const netioconf_link_details& details) {
                return host_mutants::is_ipv6(key) || emulator::common().eligible(key, details);
              }>},
    {"best-route-halves-ignored", "best-route.default-routes",
     "passes over prefixes of length 1 on links that ignore default routes",
     host_mutants::passing_over<[](const emulator::RouteKey& key,
                                   const netioconf_link_details& details) {
       return details.ignores_default_routes != 0 && key.length_bits == 1;
     }>},
    {"best-route-on-link-default-not-ignored", "best-route.default-routes",
     "uses default routes without next hop of links that ignore default routes, not other ones",
     replaced<&Behaviour::eligible,
              [](const emulator::RouteKey& key, const netioconf_link_details& details) {
                const bool kept = key.next_hop == emulator::Address{key.next_hop.family, {}};
                return kept || emulator::common().eligible(key, details);
              }>},

    {"best-source-zero", "best-route.best-source", "returns no source address",
     host_mutants::sending_from<[](const netioconf_host&, const SOCKADDR_INET& right,
                                   const emulator::RouteKey*) {
       return emulator::socket_address_of({right.si_family, {}});
     }>},
    {"best-source-next-hop", "best-route.best-source", "returns the next hop as the source address",
     host_mutants::sending_from<[](const netioconf_host&, const SOCKADDR_INET& right,
                                   const emulator::RouteKey* best) {
       return best == nullptr ? right : emulator::socket_address_of(best->next_hop);
     }>},
    {"best-source-off-by-one", "best-route.best-source", "returns the address after the one of the host",
     host_mutants::sending_from<[](const netioconf_host&, const SOCKADDR_INET& right,
                                   const emulator::RouteKey*) {
       emulator::Address next = emulator::address_of(right);
       ++next.bytes[next.family == emulator::ipv6 ? 15 : 3];
       return emulator::socket_address_of(next);
     }>},

    {"best-source-loopback", "best-route.best-source",
     "returns a loopback address of the host, if it has one",
     host_mutants::sending_from<[](const netioconf_host& host, const SOCKADDR_INET& right,
                                   const emulator::RouteKey*) {
       const bool ipv6 = right.si_family == emulator::ipv6;
       return host.link_count < 2 ? right
                                  : emulator::socket_address_of(ipv6 ? host_mutants::loopback_ipv6()
                                                                     : host_mutants::loopback_ipv4());
     }>},

    {"best-route-source-refused", "best-route.source", "refuses every source address",
     host_mutants::from_sources<[](std::uint16_t) { return emulator::Status::invalid_parameter; }>},
    {"best-route-ipv6-source-not-supported", "best-route.source", "refuses every IPv6 source address",
     host_mutants::from_sources<[](std::uint16_t family) {
       return family == emulator::ipv6 ? emulator::Status::not_supported : emulator::Status::success;
     }>},
    {"best-route-from-ipv4-over-any-link", "best-route.source-link",
     "searches all links from an IPv4 source address, only its link from an IPv6 one",
     host_mutants::from_sources_over_any_link<emulator::ipv4>},
    {"best-route-from-ipv6-over-any-link", "best-route.source-link",
     "searches all links from an IPv6 source address, only its link from an IPv4 one",
     host_mutants::from_sources_over_any_link<emulator::ipv6>},

    {"best-route-null-best-source-not-found", "best-route.null-best-source",
     "returns not found for NULL as best source",
     replaced<&Behaviour::null_best_source, [] { return emulator::Status::not_found; }>},
    {"best-route-null-best-source-not-supported", "best-route.null-best-source",
     "returns not supported for NULL as best source",
     replaced<&Behaviour::null_best_source, [] { return emulator::Status::not_supported; }>},
    {"best-route-null-best-source-file-not-found", "best-route.null-best-source",
     "returns file not found for NULL as best source",
     replaced<&Behaviour::null_best_source, [] { return emulator::Status::file_not_found; }>},

    {"link-timeout-in-seconds", "link-metric.path-mtu-timeout", "returns the timeout in seconds",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details& details) {
       if (details.path_mtu_timeout_ms != 0)
         row.PathMtuDiscoveryTimeout = details.path_mtu_timeout_ms / 1000;
     }>},
    {"link-timeout-always-ten-minutes", "link-metric.path-mtu-timeout", "always returns ten minutes",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details&) {
       row.PathMtuDiscoveryTimeout = 600000;
     }>},
    {"link-timeout-in-16-bits", "link-metric.path-mtu-timeout", "returns 16 bits of the timeout",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details&) {
       row.PathMtuDiscoveryTimeout &= 0xffff;
     }>},

    {"link-always-connected", "link-metric.connected", "returns TRUE for every link",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details&) {
       row.Connected = 1;
     }>},
    {"link-never-connected", "link-metric.connected", "returns FALSE for every link",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details&) {
       row.Connected = 0;
     }>},
    {"link-connected-for-ipv6", "link-metric.connected",
     "returns TRUE for the IPv6 stack of every link, what the host says for IPv4",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details&) {
       if (row.Family == emulator::ipv6) row.Connected = 1;
     }>},
    {"link-default-routes-never-disabled", "link-metric.default-routes", "returns FALSE for every link",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details&) {
       row.DisableDefaultRoutes = 0;
     }>},
    {"link-default-routes-disabled-for-ipv4", "link-metric.default-routes",
     "returns FALSE for the IPv6 stack of every link, what the host says for IPv4",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details&) {
       if (row.Family == emulator::ipv6) row.DisableDefaultRoutes = 0;
     }>},
    {"link-default-routes-disabled-without-connection", "link-metric.default-routes",
     "returns TRUE for links that are not connected, too",
     host_mutants::reading_link<[](host_mutants::Row& row, const netioconf_link_details& details) {
       if (details.disconnected != 0) row.DisableDefaultRoutes = 1;
     }>},

    {"anycast-own-unicast-not-found", "anycast.own-unicast",
     "returns not found for a unicast address of the link",
     replaced<&Behaviour::anycast_own_unicast,
              [](const emulator::Address&) { return emulator::Status::not_found; }>},
    {"anycast-own-unicast-refused-for-ipv6", "anycast.own-unicast",
     "refuses IPv6 unicast addresses of the link, not IPv4 ones",
     replaced<&Behaviour::anycast_own_unicast,
              [](const emulator::Address& address) {
                return address.family == emulator::ipv6 ? emulator::Status::already_exists
                                                        : emulator::Status::success;
              }>},
    {"anycast-own-unicast-not-supported", "anycast.own-unicast",
     "returns not supported for a unicast address of the link",
     replaced<&Behaviour::anycast_own_unicast,
              [](const emulator::Address&) { return emulator::Status::not_supported; }>},

    {"own-next-hop-missed-by-delete", "route-delete.missing",
     "does not find a route with an own next hop when it deletes it",
     replaced<&Behaviour::key_of_own_next_hop,
              [](emulator::Call call, const emulator::RouteKey& key) {
                return call == emulator::Call::route_delete ? host_mutants::on_link(key) : key;
              }>},
    {"own-next-hop-missed-by-get", "call.refuses-only-as-documented",
     "does not find a route with an own next hop when it reads it",
     replaced<&Behaviour::key_of_own_next_hop,
              [](emulator::Call call, const emulator::RouteKey& key) {
                return call == emulator::Call::route_get ? host_mutants::on_link(key) : key;
              }>},
    {"own-next-hop-of-ipv6-on-link", "route.key-members",
     "stores IPv6 routes with an own next hop as on-link routes, not IPv4 ones",
     replaced<&Behaviour::key_of_own_next_hop,
              [](emulator::Call call, const emulator::RouteKey& key) {
                const bool stored = call == emulator::Call::route_create && host_mutants::is_ipv6(key);
                return stored ? host_mutants::on_link(key) : key;
              }>},

    {"reset-forgets-addresses", "reset.sets-up-host", "sets up links without addresses",
     replaced<&Behaviour::set_up,
              [](netioconf_host& host) {
                for (netioconf_link_details& details : host.details) details.address_count = 0;
              }>},
    {"reset-connects-every-link", "reset.sets-up-host", "sets up links that are all connected",
     replaced<&Behaviour::set_up,
              [](netioconf_host& host) {
                for (netioconf_link_details& details : host.details) details.disconnected = 0;
              }>},
};

}  // namespace host_mutants

std::span<const Mutant> host() { return host_mutants::list; }

}  // namespace netioconf::conformance::mutants::groups
