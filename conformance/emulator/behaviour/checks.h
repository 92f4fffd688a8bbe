#pragma once

#include "conformance/emulator/behaviour/behaviour.h"

// What the common personality refuses: arguments, links, duplicates, missing entries. Each function is
// the member of Behaviour of the same name.
namespace netioconf::conformance::emulator::inline behaviour::checks {

[[nodiscard]] Status null_argument(Call call);
[[nodiscard]] Status family(Call call, std::uint16_t family);
[[nodiscard]] Status destination_length(Call call, std::uint16_t family, std::uint8_t length_bits);
[[nodiscard]] Status host_bits(Call call, const Destination& destination, const Address& given);
[[nodiscard]] Status next_hop(Call call, std::uint16_t destination_family, const Address& next_hop);
[[nodiscard]] Status values(Call call, const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] Status anycast_address(Call call, const Address& address);
[[nodiscard]] Status table_family(Call call, std::uint16_t family);

[[nodiscard]] Status link_named(Call call, std::uint64_t luid, std::uint32_t index);
[[nodiscard]] const netioconf_link* find_link(Call call, const netioconf_host& host, std::uint64_t luid,
                                              std::uint32_t index);
[[nodiscard]] Status link_unknown(Call call);
[[nodiscard]] Status link_routes(Call call, const netioconf_link& link);
[[nodiscard]] Status stack(Call call, const netioconf_host& host, std::uint16_t family);
[[nodiscard]] Status link_family(Call call, const netioconf_link& link, std::uint16_t family);

[[nodiscard]] Status route_duplicate(const RouteTable& routes, const RouteKey& key);
[[nodiscard]] Status anycast_own_unicast(const Address& address);
[[nodiscard]] Status anycast_duplicate(const AnycastTable& anycasts, const AnycastKey& key);
[[nodiscard]] Status missing(Call call);
[[nodiscard]] Status empty_table(Call call);

// Whether the call creates an entry, so that every member of the row must be valid.
[[nodiscard]] bool creates(Call call);
[[nodiscard]] bool carries(const netioconf_link& link, std::uint16_t family);
[[nodiscard]] bool carries(const netioconf_host& host, std::uint16_t family);
[[nodiscard]] Status refused_if(bool broken, Status status);

// What InitializeIpForwardEntry leaves in SitePrefixLength (MIB_IPFORWARD_ROW2, Members).
inline constexpr std::uint8_t illegal_length = 255;

}  // namespace netioconf::conformance::emulator::inline behaviour::checks
