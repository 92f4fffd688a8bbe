#pragma once

#include <vector>

#include "conformance/abi/netioapi.h"

namespace netioconf::conformance::emulator::inline machine {

// Who made the routes below: the stack (NL_ROUTE_PROTOCOL) by itself (NL_ROUTE_ORIGIN).
inline constexpr NL_ROUTE_PROTOCOL protocol_local = 2;
inline constexpr NL_ROUTE_ORIGIN well_known = 1;

// The routes that Windows makes for the addresses of the links: the subnet, the address itself, for IPv4
// the broadcast address of the subnet and 255.255.255.255, and multicast. Each is on its link, has
// metric 256, protocol local and a well known origin, and lives for ever. No page lists them. Each route
// occurs once, link by link in the order of the addresses.
[[nodiscard]] std::vector<MIB_IPFORWARD_ROW2> windows_routes(const netioconf_host& host);

}  // namespace netioconf::conformance::emulator::inline machine
