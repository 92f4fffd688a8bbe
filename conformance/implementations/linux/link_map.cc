#include "conformance/implementations/linux/link_map.h"

#include <netinet/in.h>

#include <algorithm>

#include "conformance/implementations/linux/adapter.h"

namespace netioconf::conformance::implementations::linux {
namespace {

netioconf_link_details details_of(const netioconf_host& host, std::size_t position) {
  return host.size == NETIOCONF_HOST_SIZE_1 ? netioconf_link_details{} : host.details[position];
}

std::vector<kernel::LinkAddress> addresses_in(const netioconf_link_details& details) {
  std::vector<kernel::LinkAddress> addresses;
  for (std::size_t number = 0; number < std::min<std::size_t>(details.address_count, 4); ++number) {
    const IP_ADDRESS_PREFIX& address = details.addresses[number];
    addresses.push_back({kernel_address(address.Prefix), address.PrefixLength});
  }
  return addresses;
}

// Empty if Linux can have these details.
std::string reason_against(const netioconf_host& host, const netioconf_link& link,
                           const netioconf_link_details& details) {
  if (details.ignores_default_routes != 0) return "Linux has no link that ignores default routes";
  if (details.path_mtu_timeout_ms != 0) return "Linux has no path MTU timeout of a link";
  if (link.loopback != 0 && details.disconnected != 0) return "lo is always connected";
  if (link.ipv6 != 0 && host.ipv6 != 0) return "";
  const auto addresses = addresses_in(details);
  const bool has_ipv6 = std::ranges::any_of(
      addresses, [](const auto& address) { return address.address.family == AF_INET6; });
  return has_ipv6 ? "Linux has no IPv6 address on a link without an IPv6 stack" : "";
}

// Empty if Linux can have this link.
std::string reason_against(const netioconf_host& host, const netioconf_link& link) {
  if (link.ipv4 == 0) return "Linux has no link without an IPv4 stack";
  if (link.loopback == 0) return "";
  if (link.routes == 0) return "lo always takes routes";
  const bool ipv6_wanted = link.ipv6 != 0;
  const bool ipv6_there = host.ipv6 != 0;
  return ipv6_wanted == ipv6_there ? "" : "lo has the stacks of the machine";
}

}  // namespace

std::uint32_t NamedLink::metric(std::uint8_t family) const {
  return family == AF_INET ? ipv4_metric : ipv6_metric;
}

const NamedLink* LinkMap::find(std::uint64_t luid, std::uint32_t index) const {
  const auto named = [&](const NamedLink& link) {
    return luid != 0 ? link.luid == luid : link.index == index;
  };
  const auto found = std::ranges::find_if(links, named);
  return found == links.end() ? nullptr : &*found;
}

const NamedLink* LinkMap::find_kernel(std::uint32_t ifindex) const {
  const auto found = std::ranges::find(links, ifindex, &NamedLink::ifindex);
  return found == links.end() ? nullptr : &*found;
}

std::expected<std::vector<kernel::RequestedLink>, std::string> requested_links(
    const netioconf_host& host) {
  if (host.ipv4 == 0) return std::unexpected("Linux always has an IPv4 stack");
  std::vector<kernel::RequestedLink> requested;
  bool loopback = false;
  for (std::size_t position = 0; position < std::min<std::size_t>(host.link_count, 16); ++position) {
    const netioconf_link& link = host.links[position];
    const netioconf_link_details details = details_of(host, position);
    std::string reason = reason_against(host, link);
    if (reason.empty()) reason = reason_against(host, link, details);
    if (reason.empty() && loopback && link.loopback != 0) reason = "lo is the only loopback link";
    if (!reason.empty()) return std::unexpected(reason);
    loopback = loopback || link.loopback != 0;
    // On a machine without IPv6 no link has it, whatever its MTU.
    const kernel::LinkKind kind{.loopback = link.loopback != 0,
                                .ipv6 = link.ipv6 != 0 || host.ipv6 == 0,
                                .up = link.routes != 0,
                                .connected = details.disconnected == 0};
    requested.push_back({kind, link.index, addresses_in(details)});
  }
  return requested;
}

LinkMap link_map_of(const netioconf_host& host, const std::vector<std::uint32_t>& ifindexes) {
  LinkMap link_map;
  for (std::size_t position = 0; position < ifindexes.size(); ++position) {
    const netioconf_link& link = host.links[position];
    link_map.links.push_back({.luid = link.luid,
                              .index = link.index,
                              .ifindex = ifindexes[position],
                              .ipv4_metric = link.ipv4_metric,
                              .ipv6_metric = link.ipv6_metric,
                              .connected = details_of(host, position).disconnected == 0});
  }
  return link_map;
}

}  // namespace netioconf::conformance::implementations::linux
