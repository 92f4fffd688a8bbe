#include "conformance/implementations/api/abi_host.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace netioconf::conformance::implementations::inline api {
namespace {

constexpr std::size_t most_links = std::size(netioconf_host{}.links);

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
  result.size = sizeof result;
  result.ipv4 = host.ipv4;
  result.ipv6 = host.ipv6;
  result.link_count = static_cast<std::uint16_t>(host.links.size());
  for (std::size_t position = 0; position < host.links.size(); ++position) {
    result.links[position] = to_abi(host.links[position]);
  }
  return result;
}

std::expected<oracle::Host, HostProblem> from_abi(const netioconf_host& host) {
  if (host.size != sizeof host) {
    return std::unexpected(
        fmt::format("netioconf_describe wrote size {} instead of {}", host.size, sizeof host));
  }
  if (host.link_count > most_links) {
    return std::unexpected(
        fmt::format("netioconf_describe lists {} links, the limit is {}", host.link_count, most_links));
  }
  oracle::Host result{.ipv4 = host.ipv4 != 0, .ipv6 = host.ipv6 != 0, .links = {}};
  for (std::size_t position = 0; position < host.link_count; ++position) {
    const oracle::Link link = from_abi(host.links[position]);
    const bool repeated = std::any_of(
        result.links.begin(), result.links.end(),
        [&](const oracle::Link& other) { return other.luid == link.luid || other.index == link.index; });
    if (link.luid == 0 || link.index == 0 || repeated) {
      return std::unexpected(
          fmt::format("netioconf_describe lists a link with LUID {:#018x} and index {}, {}", link.luid,
                      link.index, repeated ? "one of which it listed before" : "0 names no link"));
    }
    result.links.push_back(link);
  }
  return result;
}

std::optional<oracle::Host> host_in(const netioconf_host& described) {
  auto host = from_abi(described);
  return host ? std::optional{*std::move(host)} : std::nullopt;
}

}  // namespace netioconf::conformance::implementations::inline api
