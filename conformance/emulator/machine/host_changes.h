#pragma once

#include <cstdint>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/tables/addresses.h"

// Changes of a host. Each returns false, without a change, if it is not possible. A link keeps its
// position: the place of a removed link stays, with all zeros, until another link gets it.
namespace netioconf::conformance::emulator::inline machine {

// A link needs a LUID and an index that no other link has. A host has at most 16 links.
[[nodiscard]] bool add_link(netioconf_host& host, const netioconf_link& link);
[[nodiscard]] bool remove_link(netioconf_host& host, std::uint64_t luid);
[[nodiscard]] bool connect_link(netioconf_host& host, std::uint64_t luid);
[[nodiscard]] bool disconnect_link(netioconf_host& host, std::uint64_t luid);
// A link has at most 4 addresses, each once, of a family that it carries. It must be a unicast address
// that a host can have; a loopback address needs a loopback link.
[[nodiscard]] bool add_address(netioconf_host& host, std::uint64_t luid,
                               const IP_ADDRESS_PREFIX& address);
[[nodiscard]] bool remove_address(netioconf_host& host, std::uint64_t luid, const Address& address);

// The host, which has at most 16 links, without the places of removed links.
[[nodiscard]] netioconf_host without_gaps(const netioconf_host& host);

}  // namespace netioconf::conformance::emulator::inline machine
