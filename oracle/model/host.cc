#include "oracle/model/host.h"

#include <algorithm>

namespace netioconf::oracle::inline model {

Host plain_host() {
  return {.ipv4 = true, .ipv6 = true, .links = {Link{.luid = first_luid, .index = 1}}};
}

bool is_link_address(const Prefix& address) {
  if (!is_ip(address.address.family) || address.length > address_bits(address.address.family))
    return false;
  const AddressClass kind = classify(address.address);
  const bool unicast = kind == AddressClass::loopback || kind == AddressClass::link_local ||
                       kind == AddressClass::ordinary;
  return unicast && address.address == bare(address.address) &&
         address.padding == decltype(address.padding){};
}

bool machine_has(const Host& host, std::uint16_t family) {
  if (family == ipv4_family) return host.ipv4;
  return family == ipv6_family && host.ipv6;
}

bool link_has(const Link& link, std::uint16_t family) {
  if (family == ipv4_family) return link.ipv4;
  return family == ipv6_family && link.ipv6;
}

bool has_details(const Link& link) {
  return !link.connected || link.ignores_default_routes || link.path_mtu_timeout_ms != 0 ||
         !link.addresses.empty();
}

bool has_details(const Host& host) {
  return std::any_of(host.links.begin(), host.links.end(),
                     [](const Link& link) { return has_details(link); });
}

bool has_address(const Link& link, const SocketAddress& address) {
  return std::any_of(link.addresses.begin(), link.addresses.end(), [&](const Prefix& own) {
    return own.address.family == address.family && ip_bytes(own.address) == ip_bytes(address);
  });
}

std::uint32_t link_metric(const Link& link, std::uint16_t family) {
  return family == ipv4_family ? link.ipv4_metric : link.ipv6_metric;
}

const Link* named_link(const Host& host, std::uint64_t luid, std::uint32_t index) {
  return named_link(host.links, luid, index);
}

const Link* named_link(const std::vector<Link>& links, std::uint64_t luid, std::uint32_t index) {
  for (const Link& link : links) {
    if (luid != 0 ? link.luid == luid : link.index == index) return &link;
  }
  return nullptr;
}

}  // namespace netioconf::oracle::inline model
