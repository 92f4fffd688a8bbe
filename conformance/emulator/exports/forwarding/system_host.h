#pragma once

#include "conformance/abi/netioapi.h"

namespace netioconf::conformance::emulator::exports::forwarding {

// The first 16 links of the system, each with its first 4 unicast addresses. Without a link if the
// system does not tell them.
[[nodiscard]] netioconf_host system_host();

}  // namespace netioconf::conformance::emulator::exports::forwarding
