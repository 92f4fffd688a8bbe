#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 where the pages leave a choice: they return a status that the pages
// do not offer, or they are inconsistent.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_inconsistency_mutants {

constexpr emulator::Call create = emulator::Call::route_create;
constexpr auto invalid = emulator::Status::invalid_parameter;
using rows::Row;

bool to_unusual_destination(const Row& row) { return rows::is_unusual(rows::prefix_of(row)); }

bool by_next_hop_of_odd_byte(const Row& row) {
  const emulator::Address next_hop = emulator::address_of(row.NextHop);
  return next_hop.bytes[next_hop.family == emulator::ipv6 ? 15 : 3] % 2 != 0;
}

bool with_next_hop_on_loopback(const Row& row, const netioconf_link& link) {
  return link.loopback != 0 && !emulator::is_zero(emulator::address_of(row.NextHop));
}

// check: bool (const RouteTable& routes, const RouteKey& key), true for a duplicate of the destination
template <auto check, emulator::Status instead>
emulator::Behaviour judging_destinations() {
  return replaced<&emulator::Behaviour::route_duplicate,
                  [](const emulator::RouteTable& routes, const emulator::RouteKey& key) {
                    const emulator::Status status = emulator::common().route_duplicate(routes, key);
                    return status == emulator::Status::success && check(routes, key) ? instead : status;
                  }>();
}

bool destination_is_there(const emulator::RouteTable& routes, const emulator::RouteKey& key) {
  return routes.cheapest(key.link, emulator::destination_of(key)) != nullptr;
}

bool is_ipv6(const Row& row) { return row.DestinationPrefix.Prefix.si_family == emulator::ipv6; }

// The values that InitializeIpForwardEntry sets.
constexpr ULONG illegal = 0xffffffff;

constexpr Mutant list[] = {
    {"illegal-protocol-of-ipv6-replaced", "route.keeps-members",
     "stores an illegal protocol of IPv6 routes as NetMgmt, and keeps that of IPv4 routes",
     storing<[](create_inconsistency_mutants::Row& row, const create_inconsistency_mutants::Row& given) {
       if (given.Protocol == create_inconsistency_mutants::illegal &&
           create_inconsistency_mutants::is_ipv6(given))
         row.Protocol = 3;
     }>},
    {"illegal-protocol-of-gateways-replaced", "route.keeps-members",
     "stores an illegal protocol as NetMgmt if the route has a next hop",
     storing<[](create_inconsistency_mutants::Row& row, const create_inconsistency_mutants::Row& given) {
       const bool on_link = emulator::is_zero(emulator::address_of(given.NextHop));
       if (given.Protocol == create_inconsistency_mutants::illegal && !on_link) row.Protocol = 3;
     }>},
    {"illegal-protocol-of-default-routes-replaced", "route.keeps-members",
     "stores an illegal protocol of default routes as NetMgmt, and keeps that of others",
     storing<[](create_inconsistency_mutants::Row& row, const create_inconsistency_mutants::Row& given) {
       if (given.Protocol == create_inconsistency_mutants::illegal &&
           given.DestinationPrefix.PrefixLength == 0)
         row.Protocol = 3;
     }>},
    {"unused-metric-of-ipv6-automatic", "route.metric",
     "stores a metric of -1 as 256 for IPv6, and as it is for IPv4",
     storing<[](create_inconsistency_mutants::Row& row, const create_inconsistency_mutants::Row& given) {
       if (given.Metric == create_inconsistency_mutants::illegal &&
           create_inconsistency_mutants::is_ipv6(given))
         row.Metric = 256;
     }>},
    {"unused-metric-of-gateways-automatic", "route.metric",
     "stores a metric of -1 as 256 if the route has a next hop",
     storing<[](create_inconsistency_mutants::Row& row, const create_inconsistency_mutants::Row& given) {
       const bool on_link = emulator::is_zero(emulator::address_of(given.NextHop));
       if (given.Metric == create_inconsistency_mutants::illegal && !on_link) row.Metric = 256;
     }>},
    {"unused-metric-of-default-routes-automatic", "route.metric",
     "stores a metric of -1 as 256 for default routes, and as it is for others",
     storing<[](create_inconsistency_mutants::Row& row, const create_inconsistency_mutants::Row& given) {
       if (given.Metric == create_inconsistency_mutants::illegal &&
           given.DestinationPrefix.PrefixLength == 0)
         row.Metric = 256;
     }>},
    {"host-bits-not-supported", "route.destination-host-bits",
     "returns not supported for a prefix with host bits",
     refusing_with<&emulator::Behaviour::host_bits, create_inconsistency_mutants::create,
                   emulator::Status::not_supported>},
    {"host-bits-kept-in-ipv6", "route.destination-host-bits",
     "refuses host bits for IPv4, but keeps them for IPv6",
     replaced<&emulator::Behaviour::host_bits,
              [](emulator::Call call, const emulator::Destination& destination,
                 const emulator::Address& given) {
                const bool passes =
                    call == create_inconsistency_mutants::create && given.family == emulator::ipv6;
                return passes ? emulator::Status::success
                              : emulator::common().host_bits(call, destination, given);
              }>},
    {"destination-class-not-supported", "route.destination-class",
     "returns not supported for multicast and loopback prefixes",
     answering_where<create_inconsistency_mutants::create,
                     create_inconsistency_mutants::to_unusual_destination,
                     emulator::Status::not_supported>},
    {"destination-class-refused-for-some-next-hops", "route.destination-class",
     "refuses multicast and loopback prefixes if the next hop ends in an odd byte",
     answering_where<create_inconsistency_mutants::create,
                     rows::both<create_inconsistency_mutants::to_unusual_destination,
                                create_inconsistency_mutants::by_next_hop_of_odd_byte, Row>,
                     create_inconsistency_mutants::invalid>},
    {"next-hop-class-not-supported", "route.next-hop-class",
     "returns not supported for multicast and loopback next hops",
     answering_where<create_inconsistency_mutants::create, rows::with_unusual_next_hop,
                     emulator::Status::not_supported>},
    {"next-hop-class-refused-by-index", "route.next-hop-class",
     "refuses multicast and loopback next hops if the link is named by its index",
     answering_where<create_inconsistency_mutants::create,
                     rows::both<rows::with_unusual_next_hop, rows::by_index, Row>,
                     create_inconsistency_mutants::invalid>},
    {"next-hop-class-refused-in-ipv6", "route.next-hop-class",
     "refuses multicast and loopback next hops of IPv6, but not of IPv4",
     answering_where<create_inconsistency_mutants::create,
                     rows::both<rows::with_unusual_next_hop, rows::is_ipv6, Row>,
                     create_inconsistency_mutants::invalid>},
    {"next-hop-on-loopback-refused-by-index", "route.next-hop-on-loopback",
     "refuses a next hop on a loopback link if the link is named by its index",
     answering_links<create_inconsistency_mutants::create,
                     [](const Row& row, const netioconf_link& link) {
                       return rows::by_index(row) &&
                              create_inconsistency_mutants::with_next_hop_on_loopback(row, link);
                     },
                     create_inconsistency_mutants::invalid>},
    {"next-hop-on-loopback-not-supported", "route.next-hop-on-loopback",
     "returns not supported for a next hop on a loopback link",
     answering_links<create_inconsistency_mutants::create,
                     create_inconsistency_mutants::with_next_hop_on_loopback,
                     emulator::Status::not_supported>},
    {"next-hop-on-loopback-refused-in-ipv6", "route.next-hop-on-loopback",
     "refuses an IPv6 next hop on a loopback link, but not an IPv4 next hop",
     answering_links<create_inconsistency_mutants::create,
                     [](const Row& row, const netioconf_link& link) {
                       return rows::is_ipv6(row) &&
                              create_inconsistency_mutants::with_next_hop_on_loopback(row, link);
                     },
                     create_inconsistency_mutants::invalid>},
    {"next-hop-of-other-family-not-found", "route.next-hop-other-family",
     "returns not found for a next hop of the other family",
     answering_where<create_inconsistency_mutants::create, rows::next_hop_of_other_family,
                     emulator::Status::not_found>},
    {"next-hop-of-other-family-kept-for-ipv6", "route.next-hop-other-family",
     "accepts an IPv4 next hop for an IPv6 prefix, but not the reverse",
     replaced<&emulator::Behaviour::next_hop,
              [](emulator::Call call, std::uint16_t family, const emulator::Address& next_hop) {
                const bool passes = call == create_inconsistency_mutants::create &&
                                    family == emulator::ipv6 && next_hop.family == emulator::ipv4;
                return passes ? emulator::Status::success
                              : emulator::common().next_hop(call, family, next_hop);
              }>},
    {"second-next-hop-refused-in-ipv6", "route.duplicate-destination",
     "treats a second next hop as a duplicate for IPv6 only",
     create_inconsistency_mutants::judging_destinations<[](const emulator::RouteTable& routes,
                                                           const emulator::RouteKey& key) {
       return key.prefix.family == emulator::ipv6 &&
              create_inconsistency_mutants::destination_is_there(routes, key);
     },
                                                        emulator::Status::already_exists>},
    {"second-next-hop-invalid-parameter", "route.duplicate-destination",
     "returns invalid parameter for a second next hop",
     create_inconsistency_mutants::judging_destinations<
         create_inconsistency_mutants::destination_is_there, create_inconsistency_mutants::invalid>},
    {"link-without-family-accepted", "route.link-stack", "accepts a link without the family",
     answering_without_family<create_inconsistency_mutants::create, emulator::Status::success>},
    {"link-without-family-invalid-parameter", "route.link-stack",
     "returns invalid parameter for a link without the family",
     answering_without_family<create_inconsistency_mutants::create,
                              create_inconsistency_mutants::invalid>},
    {"link-without-family-answered-by-family", "route.link-stack",
     "returns not found for IPv6, but not supported for IPv4",
     replaced<&emulator::Behaviour::link_family,
              [](emulator::Call call, const netioconf_link& link, std::uint16_t family) {
                const emulator::Status status = emulator::common().link_family(call, link, family);
                const bool other = call == create_inconsistency_mutants::create &&
                                   family == emulator::ipv4 && status != emulator::Status::success;
                return other ? emulator::Status::not_supported : status;
              }>},
    {"site-prefix-255-not-supported", "route.site-prefix-255",
     "returns not supported for a site prefix of 255 bits",
     answering_where<create_inconsistency_mutants::create, rows::site_prefix_255,
                     emulator::Status::not_supported>},
    {"site-prefix-255-refused-in-ipv6", "route.site-prefix-255",
     "refuses a site prefix of 255 bits for IPv6 only",
     answering_where<create_inconsistency_mutants::create,
                     rows::both<rows::site_prefix_255, rows::is_ipv6, Row>,
                     create_inconsistency_mutants::invalid>},
    {"stray-bytes-not-supported", "route.stray-bytes",
     "returns not supported for an address with a non-zero port",
     answering_where<create_inconsistency_mutants::create, rows::with_stray_bytes,
                     emulator::Status::not_supported>},
    {"stray-bytes-refused-in-ipv6", "route.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     answering_where<create_inconsistency_mutants::create,
                     rows::both<rows::with_stray_bytes, rows::is_ipv6, Row>,
                     create_inconsistency_mutants::invalid>},
    {"valid-lifetime-0-not-supported", "route.valid-lifetime-0",
     "returns not supported for a valid lifetime of zero",
     answering_where<create_inconsistency_mutants::create, rows::never_valid,
                     emulator::Status::not_supported>},
    {"valid-lifetime-0-refused-in-ipv6", "route.valid-lifetime-0",
     "refuses a valid lifetime of zero for IPv6 only",
     answering_where<create_inconsistency_mutants::create,
                     rows::both<rows::never_valid, rows::is_ipv6, Row>,
                     create_inconsistency_mutants::invalid>},
};

}  // namespace create_inconsistency_mutants

std::span<const Mutant> create_inconsistency() { return create_inconsistency_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
