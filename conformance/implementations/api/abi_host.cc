#include "conformance/implementations/api/abi_host.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace netioconf::conformance::implementations::inline api {
namespace {

constexpr std::size_t most_links = std::size(netioconf_host{}.links);
constexpr std::size_t most_addresses = std::size(netioconf_link_details{}.addresses);

oracle::Link from_abi(const netioconf_link& link) {
  return {.luid = link.luid,
          .index = link.index,
          .ipv4 = link.ipv4 != 0,
          .ipv6 = link.ipv6 != 0,
          .routes = link.routes != 0,
          .loopback = link.loopback != 0,
          .ipv4_metric = link.ipv4_metric,
          .ipv6_metric = link.ipv6_metric};
}

netioconf_link_details details_of(const oracle::Link& link) {
  netioconf_link_details details{};
  details.disconnected = !link.connected;
  details.ignores_default_routes = link.ignores_default_routes;
  details.address_count = static_cast<std::uint16_t>(link.addresses.size());
  details.path_mtu_timeout_ms = link.path_mtu_timeout_ms;
  std::transform(
      link.addresses.begin(), link.addresses.end(), std::begin(details.addresses),
      [](const oracle::Prefix& address) { return std::bit_cast<IP_ADDRESS_PREFIX>(address); });
  return details;
}

std::expected<void, HostProblem> add_details(const netioconf_link_details& details, oracle::Link& link) {
  if (details.address_count > most_addresses) {
    return std::unexpected(
        fmt::format("netioconf_describe lists {} addresses of a link, the limit is {}",
                    details.address_count, most_addresses));
  }
  link.connected = details.disconnected == 0;
  link.ignores_default_routes = details.ignores_default_routes != 0;
  link.path_mtu_timeout_ms = details.path_mtu_timeout_ms;
  for (std::size_t number = 0; number < details.address_count; ++number) {
    const auto address = std::bit_cast<oracle::Prefix>(details.addresses[number]);
    if (!oracle::is_link_address(address)) {
      return std::unexpected(
          fmt::format("netioconf_describe lists an address of the link with index {} that no link can "
                      "have (addresses[{}])",
                      link.index, number));
    }
    link.addresses.push_back(address);
  }
  return {};
}

netioconf_link to_abi(const oracle::Link& link) {
  return {.luid = link.luid,
          .index = link.index,
          .ipv4 = link.ipv4,
          .ipv6 = link.ipv6,
          .routes = link.routes,
          .loopback = link.loopback,
          .ipv4_metric = link.ipv4_metric,
          .ipv6_metric = link.ipv6_metric};
}

}  // namespace

std::expected<netioconf_host, HostProblem> to_abi(const oracle::Host& host) {
  if (host.links.size() > most_links) {
    return std::unexpected(
        fmt::format("the script's host has {} links, the limit is {}", host.links.size(), most_links));
  }
  netioconf_host result{};
  result.size = NETIOCONF_HOST_SIZE_1;
  result.ipv4 = host.ipv4;
  result.ipv6 = host.ipv6;
  result.link_count = static_cast<std::uint16_t>(host.links.size());
  for (std::size_t position = 0; position < host.links.size(); ++position) {
    const oracle::Link& link = host.links[position];
    if (link.addresses.size() > most_addresses) {
      return std::unexpected(fmt::format("a link of the script's host has {} addresses, the limit is {}",
                                         link.addresses.size(), most_addresses));
    }
    result.links[position] = to_abi(link);
    result.details[position] = details_of(link);
    if (oracle::has_details(link)) result.size = sizeof result;
  }
  return result;
}

DescribedHost from_abi(const netioconf_host& host) {
  if (host.size != sizeof host && host.size != NETIOCONF_HOST_SIZE_1) {
    return std::unexpected(fmt::format("netioconf_describe wrote size {} instead of {} or {}", host.size,
                                       sizeof host, NETIOCONF_HOST_SIZE_1));
  }
  if (host.link_count > most_links) {
    return std::unexpected(
        fmt::format("netioconf_describe lists {} links, the limit is {}", host.link_count, most_links));
  }
  oracle::Host result{.ipv4 = host.ipv4 != 0, .ipv6 = host.ipv6 != 0};
  for (std::size_t position = 0; position < host.link_count; ++position) {
    oracle::Link link = from_abi(host.links[position]);
    const bool repeated = std::ranges::any_of(result.links, [&](const oracle::Link& other) {
      return other.luid == link.luid || other.index == link.index;
    });
    if (link.luid == 0 || link.index == 0 || repeated) {
      return std::unexpected(
          fmt::format("netioconf_describe lists a link with LUID {:#018x} and index {}, {}", link.luid,
                      link.index, repeated ? "one of which it listed before" : "0 names no link"));
    }
    if (host.size == sizeof host) {
      if (const auto added = add_details(host.details[position], link); !added)
        return std::unexpected(added.error());
    }
    result.links.push_back(std::move(link));
  }
  return result;
}

}  // namespace netioconf::conformance::implementations::inline api
