#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "conformance/mutants/replacing/replaced.h"

// Incorrect ways to find a link or a route, shared by the mutants of several calls.
namespace netioconf::conformance::mutants::inline replacing::finders {

[[nodiscard]] inline const netioconf_link* right(const netioconf_host& host, std::uint64_t luid,
                                                 std::uint32_t index) {
  return emulator::common().find_link(emulator::Call::route_create, host, luid, index);
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

[[nodiscard]] inline std::vector<emulator::RouteKey> all_keys(const emulator::RouteTable& routes) {
  std::vector<emulator::RouteKey> keys;
  for (const std::uint16_t family : {emulator::ipv4, emulator::ipv6}) {
    routes.visit(family, [&](const emulator::RouteEntry& entry) { keys.push_back(entry.key()); });
  }
  return keys;
}

// The first route for which the predicate holds, or NULL.
template <class Predicate>
[[nodiscard]] const emulator::RouteEntry* first_route(const emulator::RouteTable& routes,
                                                      Predicate&& holds) {
  for (const emulator::RouteKey& key : all_keys(routes)) {
    if (holds(key)) return routes.find(key);
  }
  return nullptr;
}

template <class Predicate>
void erase_routes(emulator::RouteTable& routes, Predicate&& holds) {
  for (const emulator::RouteKey& key : all_keys(routes)) {
    if (holds(key)) routes.erase(key);
  }
}

[[nodiscard]] inline bool same_prefix(const emulator::RouteKey& left, const emulator::RouteKey& right) {
  return left.prefix == right.prefix && left.length_bits == right.length_bits;
}

[[nodiscard]] inline const emulator::RouteEntry* by_prefix(const emulator::RouteTable& routes,
                                                           const emulator::RouteKey& key,
                                                           const MIB_IPFORWARD_ROW2&) {
  return routes.cheapest(key.link, emulator::destination_of(key));
}

[[nodiscard]] inline const emulator::RouteEntry* on_any_link(const emulator::RouteTable& routes,
                                                             const emulator::RouteKey& key,
                                                             const MIB_IPFORWARD_ROW2&) {
  return first_route(routes, [&](const emulator::RouteKey& other) {
    return same_prefix(other, key) && other.next_hop == key.next_hop;
  });
}

[[nodiscard]] inline const emulator::RouteEntry* of_any_length(const emulator::RouteTable& routes,
                                                               const emulator::RouteKey& key,
                                                               const MIB_IPFORWARD_ROW2&) {
  return first_route(routes, [&](const emulator::RouteKey& other) {
    return other.link == key.link && other.prefix == key.prefix && other.next_hop == key.next_hop;
  });
}

[[nodiscard]] inline const emulator::RouteEntry* masking_ipv6(const emulator::RouteTable& routes,
                                                              const emulator::RouteKey& key,
                                                              const MIB_IPFORWARD_ROW2&) {
  emulator::RouteKey masked_key = key;
  if (key.prefix.family == emulator::ipv6) masked_key.prefix = emulator::destination_of(key).prefix;
  return routes.find(masked_key);
}

}  // namespace netioconf::conformance::mutants::inline replacing::finders
