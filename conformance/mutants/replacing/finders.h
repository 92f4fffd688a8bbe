#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "conformance/mutants/replacing/replaced.h"

// Incorrect ways to find a link or a route, shared by the mutants of several calls.
namespace netioconf::conformance::finders {

[[nodiscard]] inline const netioconf_link* right(const netioconf_host& host, std::uint64_t luid,
                                                 std::uint32_t index) {
  return common().find_link(Call::route_create, host, luid, index);
}

[[nodiscard]] inline const netioconf_link* index_first(const netioconf_host& host, std::uint64_t luid,
                                                       std::uint32_t index) {
  return index != 0 ? right(host, 0, index) : right(host, luid, 0);
}

[[nodiscard]] inline const netioconf_link* either(const netioconf_host& host, std::uint64_t luid,
                                                  std::uint32_t index) {
  const netioconf_link* link = right(host, luid, index);
  return link != nullptr ? link : right(host, 0, index);
}

[[nodiscard]] inline const netioconf_link* both(const netioconf_host& host, std::uint64_t luid,
                                                std::uint32_t index) {
  const netioconf_link* link = right(host, luid, index);
  if (link == nullptr || luid == 0 || index == 0) return link;
  return link->index == index ? link : nullptr;
}

[[nodiscard]] inline const netioconf_link* index_only(const netioconf_host& host, std::uint64_t,
                                                      std::uint32_t index) {
  return right(host, 0, index);
}

[[nodiscard]] inline const netioconf_link* luid_only(const netioconf_host& host, std::uint64_t luid,
                                                     std::uint32_t) {
  return right(host, luid, 0);
}

// Compares the LUID without its interface type.
[[nodiscard]] inline const netioconf_link* luid_without_type(const netioconf_host& host,
                                                             std::uint64_t luid, std::uint32_t index) {
  if (luid == 0) return right(host, luid, index);
  for (const netioconf_link& link : std::span(host.links, std::min<std::size_t>(host.link_count, 16))) {
    if (((link.luid ^ luid) << 16) == 0) return &link;
  }
  return nullptr;
}

[[nodiscard]] inline std::vector<RouteEntry> all_routes(const RouteTable& routes) {
  std::vector<RouteEntry> entries;
  for (const std::uint16_t family : {ipv4, ipv6}) {
    routes.visit(family, [&](const RouteEntry& entry) { entries.push_back(entry); });
  }
  return entries;
}

// The first route for which the predicate holds, or NULL.
template <class Predicate>
[[nodiscard]] const RouteEntry* first_route(const RouteTable& routes, Predicate&& holds) {
  for (const RouteEntry& entry : all_routes(routes)) {
    if (holds(entry.key)) return routes.find(entry.key);
  }
  return nullptr;
}

template <class Predicate>
void erase_routes(RouteTable& routes, Predicate&& holds) {
  for (const RouteEntry& entry : all_routes(routes)) {
    if (holds(entry.key)) routes.erase(entry.key);
  }
}

[[nodiscard]] inline bool same_prefix(const RouteKey& left, const RouteKey& right) {
  return left.prefix == right.prefix && left.length_bits == right.length_bits;
}

[[nodiscard]] inline const RouteEntry* by_prefix(const RouteTable& routes, const RouteKey& key,
                                                 const MIB_IPFORWARD_ROW2&) {
  return routes.cheapest(key.link, destination_of(key));
}

[[nodiscard]] inline const RouteEntry* on_any_link(const RouteTable& routes, const RouteKey& key,
                                                   const MIB_IPFORWARD_ROW2&) {
  return first_route(routes, [&](const RouteKey& other) {
    return same_prefix(other, key) && other.next_hop == key.next_hop;
  });
}

[[nodiscard]] inline const RouteEntry* of_any_length(const RouteTable& routes, const RouteKey& key,
                                                     const MIB_IPFORWARD_ROW2&) {
  return first_route(routes, [&](const RouteKey& other) {
    return other.link == key.link && other.prefix == key.prefix && other.next_hop == key.next_hop;
  });
}

[[nodiscard]] inline const RouteEntry* masking_ipv6(const RouteTable& routes, const RouteKey& key,
                                                    const MIB_IPFORWARD_ROW2&) {
  RouteKey masked_key = key;
  if (key.prefix.family == ipv6) masked_key.prefix = destination_of(key).prefix;
  return routes.find(masked_key);
}

}  // namespace netioconf::conformance::finders
