#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"

// Mutants of CreateAnycastIpAddressEntry that return a status that the pages do not offer, or that are
// inconsistent.
namespace netioconf::conformance::mutants::anycasts::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_address_mutants {

constexpr emulator::Call create = emulator::Call::anycast_create;
constexpr auto invalid = emulator::Status::invalid_parameter;

// holds: bool (const Address& address)
template <auto holds>
emulator::Behaviour not_supporting() {
  return checking_anycast<anycast_address_mutants::create, [](const emulator::Address& address) {
    return holds(address) ? emulator::Status::not_supported
                          : emulator::common().anycast_address(anycast_address_mutants::create, address);
  }>();
}

// holds: bool (const Address& address)
template <auto holds>
emulator::Behaviour refusing_some() {
  return checking_anycast<anycast_address_mutants::create, [](const emulator::Address& address) {
    const bool odd = address.bytes[address.family == emulator::ipv6 ? 15 : 3] % 2 != 0;
    return odd && holds(address)
               ? anycast_address_mutants::invalid
               : emulator::common().anycast_address(anycast_address_mutants::create, address);
  }>();
}

constexpr Mutant list[] = {
    {"anycast-loopback-not-supported", "anycast.loopback",
     "returns not supported for a loopback address",
     anycast_address_mutants::not_supporting<rows::is_loopback>},
    {"anycast-loopback-refused-in-ipv6", "anycast.loopback", "refuses ::1, but not 127.0.0.1",
     checking_anycast<anycast_address_mutants::create,
                      [](const emulator::Address& address) {
                        const bool refused =
                            address.family == emulator::ipv6 && rows::is_loopback(address);
                        return refused ? anycast_address_mutants::invalid
                                       : emulator::common().anycast_address(
                                             anycast_address_mutants::create, address);
                      }>},
    {"anycast-class-e-not-supported", "anycast.class-e", "returns not supported for a class E address",
     anycast_address_mutants::not_supporting<rows::is_class_e>},
    {"anycast-class-e-refused-when-odd", "anycast.class-e",
     "refuses class E addresses that end in an odd byte",
     anycast_address_mutants::refusing_some<rows::is_class_e>},
    {"anycast-broadcast-not-supported", "anycast.broadcast",
     "returns not supported for the broadcast address",
     anycast_address_mutants::not_supporting<rows::is_broadcast>},
    {"anycast-broadcast-refused-by-index", "anycast.broadcast",
     "refuses the broadcast address if the link is named by its index",
     answering_anycast<anycast_address_mutants::create,
                       [](const MIB_ANYCASTIPADDRESS_ROW& given, const netioconf_link*,
                          emulator::Status verdict) {
                         const bool refused = given.InterfaceLuid.Value == 0 &&
                                              rows::is_broadcast(emulator::address_of(given.Address));
                         return refused ? anycast_address_mutants::invalid : verdict;
                       }>},
    {"anycast-mapped-not-supported", "anycast.mapped",
     "returns not supported for an IPv4-mapped address",
     anycast_address_mutants::not_supporting<rows::is_mapped>},
    {"anycast-mapped-refused-when-odd", "anycast.mapped",
     "refuses IPv4-mapped addresses that end in an odd byte",
     anycast_address_mutants::refusing_some<rows::is_mapped>},
    {"anycast-this-network-not-supported", "anycast.this-network",
     "returns not supported for an address of 0.0.0.0/8",
     anycast_address_mutants::not_supporting<rows::of_this_network>},
    {"anycast-this-network-refused-when-odd", "anycast.this-network",
     "refuses addresses of 0.0.0.0/8 that end in an odd byte",
     anycast_address_mutants::refusing_some<rows::of_this_network>},
    {"anycast-stray-bytes-not-supported", "anycast.stray-bytes",
     "returns not supported for an address with a non-zero port",
     answering_anycast_where<anycast_address_mutants::create, rows::is_stray,
                             emulator::Status::not_supported>},
    {"anycast-stray-bytes-refused-in-ipv6", "anycast.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     answering_anycast_where<anycast_address_mutants::create,
                             [](const SOCKADDR_INET& address) {
                               return address.si_family == emulator::ipv6 && rows::is_stray(address);
                             },
                             anycast_address_mutants::invalid>},
};

}  // namespace anycast_address_mutants

std::span<const Mutant> anycast_address() { return anycast_address_mutants::list; }

}  // namespace netioconf::conformance::mutants::anycasts::groups
