#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 where the pages leave a choice: they return a status that the pages
// do not offer, or they are inconsistent.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_choice_mutants {

constexpr emulator::behaviour::Call create = emulator::behaviour::Call::route_create;
constexpr auto invalid = emulator::behaviour::Status::invalid_parameter;
using replacing::rows::Row;

bool to_unusual_destination(const Row& row) {
  return replacing::rows::is_unusual(replacing::rows::prefix_of(row));
}

bool by_next_hop_of_odd_byte(const Row& row) {
  const emulator::tables::Address next_hop = emulator::tables::address_of(row.NextHop);
  return next_hop.bytes[next_hop.family == emulator::tables::ipv6 ? 15 : 3] % 2 != 0;
}

bool with_next_hop_on_loopback(const Row& row, const netioconf_link& link) {
  return link.loopback != 0 && !emulator::tables::is_zero(emulator::tables::address_of(row.NextHop));
}

// check: bool (const RouteTable& routes, const RouteKey& key), true for a duplicate of the destination
template <auto check, emulator::behaviour::Status instead>
emulator::behaviour::Behaviour judging_destinations() {
  return replacing::replaced<
      &emulator::behaviour::Behaviour::route_duplicate,
      [](const emulator::tables::RouteTable& routes, const emulator::tables::RouteKey& key) {
        const emulator::behaviour::Status status =
            emulator::behaviour::common().route_duplicate(routes, key);
        return status == emulator::behaviour::Status::success && check(routes, key) ? instead : status;
      }>();
}

bool destination_is_there(const emulator::tables::RouteTable& routes,
                          const emulator::tables::RouteKey& key) {
  return routes.cheapest(key.link, emulator::tables::destination_of(key)) != nullptr;
}

constexpr replacing::Mutant list[] = {
    {"host-bits-not-supported", "route.destination-host-bits",
     "returns not supported for a prefix with host bits",
     replacing::refusing_with<&emulator::behaviour::Behaviour::host_bits, create_choice_mutants::create,
                              emulator::behaviour::Status::not_supported>},
    {"host-bits-kept-in-ipv6", "route.destination-host-bits",
     "refuses host bits for IPv4, but keeps them for IPv6",
     replacing::replaced<&emulator::behaviour::Behaviour::host_bits,
                         [](emulator::behaviour::Call call,
                            const emulator::tables::Destination& destination,
                            const emulator::tables::Address& given) {
                           const bool passes = call == create_choice_mutants::create &&
                                               given.family == emulator::tables::ipv6;
                           return passes ? emulator::behaviour::Status::success
                                         : emulator::behaviour::common().host_bits(call, destination,
                                                                                   given);
                         }>},
    {"destination-class-not-supported", "route.destination-class",
     "returns not supported for multicast and loopback prefixes",
     replacing::answering_where<create_choice_mutants::create,
                                create_choice_mutants::to_unusual_destination,
                                emulator::behaviour::Status::not_supported>},
    {"destination-class-refused-for-some-next-hops", "route.destination-class",
     "refuses multicast and loopback prefixes if the next hop ends in an odd byte",
     replacing::answering_where<
         create_choice_mutants::create,
         replacing::rows::both<create_choice_mutants::to_unusual_destination,
                               create_choice_mutants::by_next_hop_of_odd_byte, Row>,
         create_choice_mutants::invalid>},
    {"next-hop-class-not-supported", "route.next-hop-class",
     "returns not supported for multicast and loopback next hops",
     replacing::answering_where<create_choice_mutants::create, replacing::rows::with_unusual_next_hop,
                                emulator::behaviour::Status::not_supported>},
    {"next-hop-class-refused-by-index", "route.next-hop-class",
     "refuses multicast and loopback next hops if the link is named by its index",
     replacing::answering_where<
         create_choice_mutants::create,
         replacing::rows::both<replacing::rows::with_unusual_next_hop, replacing::rows::by_index, Row>,
         create_choice_mutants::invalid>},
    {"next-hop-on-loopback-not-supported", "route.next-hop-on-loopback",
     "returns not supported for a next hop on a loopback link",
     replacing::answering_links<create_choice_mutants::create,
                                create_choice_mutants::with_next_hop_on_loopback,
                                emulator::behaviour::Status::not_supported>},
    {"next-hop-on-loopback-refused-in-ipv6", "route.next-hop-on-loopback",
     "refuses an IPv6 next hop on a loopback link, but not an IPv4 next hop",
     replacing::answering_links<create_choice_mutants::create,
                                [](const Row& row, const netioconf_link& link) {
                                  return replacing::rows::is_ipv6(row) &&
                                         create_choice_mutants::with_next_hop_on_loopback(row, link);
                                },
                                create_choice_mutants::invalid>},
    {"next-hop-of-other-family-not-found", "route.next-hop-other-family",
     "returns not found for a next hop of the other family",
     replacing::answering_where<create_choice_mutants::create, replacing::rows::next_hop_of_other_family,
                                emulator::behaviour::Status::not_found>},
    {"next-hop-of-other-family-kept-for-ipv6", "route.next-hop-other-family",
     "accepts an IPv4 next hop for an IPv6 prefix, but not the reverse",
     replacing::replaced<&emulator::behaviour::Behaviour::next_hop,
                         [](emulator::behaviour::Call call, std::uint16_t family,
                            const emulator::tables::Address& next_hop) {
                           const bool passes = call == create_choice_mutants::create &&
                                               family == emulator::tables::ipv6 &&
                                               next_hop.family == emulator::tables::ipv4;
                           return passes
                                      ? emulator::behaviour::Status::success
                                      : emulator::behaviour::common().next_hop(call, family, next_hop);
                         }>},
    {"second-next-hop-refused-in-ipv6", "route.duplicate-destination",
     "treats a second next hop as a duplicate for IPv6 only",
     create_choice_mutants::judging_destinations<[](const emulator::tables::RouteTable& routes,
                                                    const emulator::tables::RouteKey& key) {
       return key.prefix.family == emulator::tables::ipv6 &&
              create_choice_mutants::destination_is_there(routes, key);
     },
                                                 emulator::behaviour::Status::already_exists>},
    {"second-next-hop-invalid-parameter", "route.duplicate-destination",
     "returns invalid parameter for a second next hop",
     create_choice_mutants::judging_destinations<create_choice_mutants::destination_is_there,
                                                 create_choice_mutants::invalid>},
    {"link-without-family-accepted", "route.link-stack", "accepts a link without the family",
     replacing::answering_without_family<create_choice_mutants::create,
                                         emulator::behaviour::Status::success>},
    {"link-without-family-invalid-parameter", "route.link-stack",
     "returns invalid parameter for a link without the family",
     replacing::answering_without_family<create_choice_mutants::create, create_choice_mutants::invalid>},
    {"link-without-family-answered-by-family", "route.link-stack",
     "returns not found for IPv6, but not supported for IPv4",
     replacing::replaced<&emulator::behaviour::Behaviour::link_family,
                         [](emulator::behaviour::Call call, const netioconf_link& link,
                            std::uint16_t family) {
                           const emulator::behaviour::Status status =
                               emulator::behaviour::common().link_family(call, link, family);
                           const bool other = call == create_choice_mutants::create &&
                                              family == emulator::tables::ipv4 &&
                                              status != emulator::behaviour::Status::success;
                           return other ? emulator::behaviour::Status::not_supported : status;
                         }>},
    {"site-prefix-255-not-supported", "route.site-prefix-255",
     "returns not supported for a site prefix of 255 bits",
     replacing::answering_where<create_choice_mutants::create, replacing::rows::site_prefix_255,
                                emulator::behaviour::Status::not_supported>},
    {"site-prefix-255-refused-in-ipv6", "route.site-prefix-255",
     "refuses a site prefix of 255 bits for IPv6 only",
     replacing::answering_where<
         create_choice_mutants::create,
         replacing::rows::both<replacing::rows::site_prefix_255, replacing::rows::is_ipv6, Row>,
         create_choice_mutants::invalid>},
    {"stray-bytes-not-supported", "route.stray-bytes",
     "returns not supported for an address with a non-zero port",
     replacing::answering_where<create_choice_mutants::create, replacing::rows::with_stray_bytes,
                                emulator::behaviour::Status::not_supported>},
    {"stray-bytes-refused-in-ipv6", "route.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     replacing::answering_where<
         create_choice_mutants::create,
         replacing::rows::both<replacing::rows::with_stray_bytes, replacing::rows::is_ipv6, Row>,
         create_choice_mutants::invalid>},
    {"valid-lifetime-0-not-supported", "route.valid-lifetime-0",
     "returns not supported for a valid lifetime of zero",
     replacing::answering_where<create_choice_mutants::create, replacing::rows::never_valid,
                                emulator::behaviour::Status::not_supported>},
    {"valid-lifetime-0-refused-in-ipv6", "route.valid-lifetime-0",
     "refuses a valid lifetime of zero for IPv6 only",
     replacing::answering_where<
         create_choice_mutants::create,
         replacing::rows::both<replacing::rows::never_valid, replacing::rows::is_ipv6, Row>,
         create_choice_mutants::invalid>},
};

}  // namespace create_choice_mutants

std::span<const replacing::Mutant> create_choice() { return create_choice_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
