#pragma once

#include <span>

#include "conformance/emulator/behaviour/behaviour.h"

// The unicast addresses of the links of a host, and which of them is the best source.
namespace netioconf::conformance::emulator::inline behaviour::sources {

// Of each link, in the order of the links.
[[nodiscard]] std::span<const netioconf_link_details> details_of(const netioconf_host& host);
[[nodiscard]] std::span<const IP_ADDRESS_PREFIX> addresses_of(const netioconf_link_details& details);
[[nodiscard]] bool has_address(const netioconf_link_details& details, const Address& address);

// The member of Behaviour of the same name. Every source is accepted.
[[nodiscard]] Status source(const netioconf_host& host, const SOCKADDR_INET& source);
// A source on a link that is not connected is not found.
[[nodiscard]] Status source_on_connected_link(const netioconf_host& host, const SOCKADDR_INET& source);

// The answers of `sends_from`. A strong host sends from an address only over a link that has it, if any
// has it (MIB_IPINTERFACE_ROW, Remarks: the default of Windows); a weak host, over every link.
[[nodiscard]] bool strong_host(const netioconf_host& host, const SOCKADDR_INET& source,
                               std::uint8_t link);
[[nodiscard]] bool weak_host(const netioconf_host& host, const SOCKADDR_INET& source, std::uint8_t link);

// The member of Behaviour of the same name.
[[nodiscard]] SOCKADDR_INET best_source(const netioconf_host& host, const SOCKADDR_INET* source,
                                        const Address& destination, const RouteKey* best);

}  // namespace netioconf::conformance::emulator::inline behaviour::sources
