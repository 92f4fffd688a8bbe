#include "conformance/emulator/behaviour/checks.h"

#include <algorithm>
#include <span>

namespace netioconf::conformance::emulator::inline behaviour::checks {

Status refused_if(bool broken, Status status) { return broken ? status : Status::success; }

bool creates(Call call) { return call == Call::route_create || call == Call::anycast_create; }

bool carries(const netioconf_link& link, std::uint16_t family) {
  return family == ipv6 ? link.ipv6 != 0 : link.ipv4 != 0;
}

bool carries(const netioconf_host& host, std::uint16_t family) {
  return family == ipv6 ? host.ipv6 != 0 : host.ipv4 != 0;
}

Status null_argument(Call) { return Status::invalid_parameter; }

Status family(Call, std::uint16_t family) {
  return refused_if(family != ipv4 && family != ipv6, Status::invalid_parameter);
}

// IP_ADDRESS_PREFIX, Members: a longer prefix is illegal. Other families have no maximum length.
Status destination_length(Call, std::uint16_t family, std::uint8_t length_bits) {
  const unsigned longest = bits_of(family);
  return refused_if(longest != 0 && length_bits > longest, Status::invalid_parameter);
}

// No page mentions host bits; Windows refuses them. A lookup with host bits finds nothing.
Status host_bits(Call call, const Destination& destination, const Address& given) {
  return refused_if(creates(call) && given != destination.prefix, Status::invalid_parameter);
}

// No page mentions a next hop of the other family. A lookup with one finds nothing.
Status next_hop(Call call, std::uint16_t destination_family, const Address& next_hop) {
  if (next_hop.family != ipv4 && next_hop.family != ipv6) return Status::invalid_parameter;
  const bool mismatch = bits_of(destination_family) != 0 && next_hop.family != destination_family;
  return refused_if(creates(call) && mismatch, Status::invalid_parameter);
}

// Only CreateIpForwardEntry2 and GetIpForwardEntry2 have these rules, and GetIpForwardEntry2 writes the
// members.
Status values(Call call, const MIB_IPFORWARD_ROW2& given) {
  const bool lifetimes = given.PreferredLifetime > given.ValidLifetime;
  // The value that InitializeIpForwardEntry writes is accepted: its page passes the row on to Create.
  const bool site_prefix = given.SitePrefixLength > given.DestinationPrefix.PrefixLength &&
                           given.SitePrefixLength != illegal_length;
  return refused_if(creates(call) && (lifetimes || site_prefix), Status::invalid_parameter);
}

// Loopback, class E, broadcast and mapped addresses are accepted: no page excludes them.
Status anycast_address(Call, const Address& address) {
  const std::uint8_t first = address.bytes[0];
  const bool known = address.family == ipv4 || address.family == ipv6;
  const bool multicast = address.family == ipv4 ? (first & 0xf0) == 0xe0 : first == 0xff;
  return refused_if(!known || multicast || is_zero(address), Status::invalid_parameter);
}

Status table_family(Call, std::uint16_t family) {
  const bool known = family == unspecified || family == ipv4 || family == ipv6;
  return refused_if(!known, Status::invalid_parameter);
}

// If no link is given, GetBestRoute2 searches all links, as it does on Windows.
Status link_named(Call call, std::uint64_t luid, std::uint32_t index) {
  return refused_if(call != Call::best_route && luid == 0 && index == 0, Status::invalid_parameter);
}

// Every page, Remarks: the LUID decides unless it is zero, then the index.
const netioconf_link* find_link(Call, const netioconf_host& host, std::uint64_t luid,
                                std::uint32_t index) {
  const std::size_t count = std::min<std::size_t>(host.link_count, links_at_most);
  for (const netioconf_link& link : std::span(host.links, count)) {
    if (luid != 0 ? link.luid == luid : index != 0 && link.index == index) return &link;
  }
  return nullptr;
}

Status link_unknown(Call) { return Status::not_found; }

Status link_routes(Call call, const netioconf_link& link) {
  return refused_if(call == Call::route_create && link.routes == 0, Status::not_supported);
}

// SetIpForwardEntry2 and GetIpInterfaceEntry document no status for a missing stack, so the entry is not
// found.
Status stack(Call call, const netioconf_host& host, std::uint16_t family) {
  const bool absent = (family == ipv4 || family == ipv6) && !carries(host, family);
  if (call == Call::route_set) return Status::success;
  return refused_if(absent, call == Call::link_get ? Status::not_found : Status::not_supported);
}

Status link_family(Call call, const netioconf_link& link, std::uint16_t family) {
  const bool asked = creates(call) || call == Call::link_get;
  return refused_if(asked && !carries(link, family), Status::not_found);
}

Status route_duplicate(const RouteTable& routes, const RouteKey& key) {
  return refused_if(routes.find(key) != nullptr, Status::already_exists);
}

Status anycast_own_unicast(const Address&) { return Status::success; }

Status anycast_duplicate(const AnycastTable& anycasts, const AnycastKey& key) {
  return refused_if(anycasts.find(key) != nullptr, Status::already_exists);
}

Status missing(Call) { return Status::not_found; }

Status empty_table(Call) { return Status::not_found; }

}  // namespace netioconf::conformance::emulator::inline behaviour::checks
