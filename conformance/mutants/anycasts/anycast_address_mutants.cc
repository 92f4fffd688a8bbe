#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"

// Mutants of CreateAnycastIpAddressEntry that return a status that the pages do not offer, or that are
// inconsistent.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_address_mutants {

constexpr Call create = Call::anycast_create;
constexpr auto invalid = Status::invalid_parameter;
using Row = MIB_ANYCASTIPADDRESS_ROW;

// holds: bool (const Address& address)
template <auto holds>
Behaviour not_supporting() {
  return checking_anycast<create, [](const Address& address) {
    return holds(address) ? Status::not_supported : common().anycast_address(create, address);
  }>();
}

// holds: bool (const Address& address)
template <auto holds>
Behaviour refusing_some() {
  return checking_anycast<create, [](const Address& address) {
    const bool odd = address.bytes[address.family == ipv6 ? 15 : 3] % 2 != 0;
    return odd && holds(address) ? invalid : common().anycast_address(create, address);
  }>();
}

constexpr Mutant list[] = {
    {"anycast-loopback-not-supported", "anycast.loopback",
     "returns not supported for a loopback address", not_supporting<rows::is_loopback>},
    {"anycast-loopback-refused-in-ipv6", "anycast.loopback", "refuses ::1, but not 127.0.0.1",
     checking_anycast<create,
                      [](const Address& address) {
                        const bool refused = address.family == ipv6 && rows::is_loopback(address);
                        return refused ? invalid : common().anycast_address(create, address);
                      }>},
    {"anycast-class-e-not-supported", "anycast.class-e", "returns not supported for a class E address",
     not_supporting<rows::is_class_e>},
    {"anycast-class-e-refused-when-odd", "anycast.class-e",
     "refuses class E addresses that end in an odd byte", refusing_some<rows::is_class_e>},
    {"anycast-broadcast-not-supported", "anycast.broadcast",
     "returns not supported for the broadcast address", not_supporting<rows::is_broadcast>},
    {"anycast-broadcast-refused-by-index", "anycast.broadcast",
     "refuses the broadcast address if the link is named by its index",
     answering_anycast<create,
                       [](const Row& given, const netioconf_link*, Status verdict) {
                         const bool refused = given.InterfaceLuid.Value == 0 &&
                                              rows::is_broadcast(address_of(given.Address));
                         return refused ? invalid : verdict;
                       }>},
    {"anycast-mapped-not-supported", "anycast.mapped",
     "returns not supported for an IPv4-mapped address", not_supporting<rows::is_mapped>},
    {"anycast-mapped-refused-when-odd", "anycast.mapped",
     "refuses IPv4-mapped addresses that end in an odd byte", refusing_some<rows::is_mapped>},
    {"anycast-this-network-not-supported", "anycast.this-network",
     "returns not supported for an address of 0.0.0.0/8", not_supporting<rows::of_this_network>},
    {"anycast-this-network-refused-when-odd", "anycast.this-network",
     "refuses addresses of 0.0.0.0/8 that end in an odd byte", refusing_some<rows::of_this_network>},
    {"anycast-stray-bytes-not-supported", "anycast.stray-bytes",
     "returns not supported for an address with a non-zero port",
     answering_anycast_where<create, rows::is_stray, Status::not_supported>},
    {"anycast-stray-bytes-refused-in-ipv6", "anycast.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     answering_anycast_where<create,
                             [](const SOCKADDR_INET& address) {
                               return address.si_family == ipv6 && rows::is_stray(address);
                             },
                             invalid>},
};

}  // namespace anycast_address_mutants

std::span<const Mutant> anycast_address() { return anycast_address_mutants::list; }

}  // namespace netioconf::conformance::groups
