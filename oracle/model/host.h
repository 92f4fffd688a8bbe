#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "oracle/model/rows.h"

namespace netioconf::oracle::inline model {

// A network interface of the host that a script requests. (`interface` is a macro on Windows.)
struct Link {
  std::uint64_t luid = 0;   // never 0, which means "not specified"
  std::uint32_t index = 0;  // never 0, for the same reason
  bool ipv4 = true;         // this link has that stack
  bool ipv6 = true;
  bool routes = true;  // false: this link does not support routes
  bool loopback = false;
  std::uint32_t ipv4_metric = 25;
  std::uint32_t ipv6_metric = 25;
  bool connected = true;                // MIB_IPINTERFACE_ROW, Connected
  bool ignores_default_routes = false;  // MIB_IPINTERFACE_ROW, DisableDefaultRoutes
  // MIB_IPINTERFACE_ROW, PathMtuDiscoveryTimeout of its IPv4 stack; 0: any
  std::uint32_t path_mtu_timeout_ms = 0;
  // The unicast addresses, at most most_addresses, each with the length of its subnet. For each of them
  // is_link_address is true.
  std::vector<Prefix> addresses;

  friend bool operator==(const Link&, const Link&) = default;
};

// The machine that a script requests. At most 16 links.
struct Host {
  bool ipv4 = true;  // the machine has that stack
  bool ipv6 = true;
  std::vector<Link> links;

  friend bool operator==(const Host&, const Host&) = default;
};

inline constexpr std::uint64_t first_luid = 0x0006000001000000;
inline constexpr std::uint64_t second_luid = 0x0006000002000000;

// The default host of a script: one link that supports everything, LUID first_luid, index 1.
[[nodiscard]] Host plain_host();

// A link has at most so many addresses.
inline constexpr std::size_t most_addresses = 4;

// Whether a link can have this unicast address: an IP address without stray bytes that is loopback,
// link-local or ordinary, with a subnet that is no longer than the address.
[[nodiscard]] bool is_link_address(const Prefix& address);

[[nodiscard]] bool machine_has(const Host& host, std::uint16_t family);
[[nodiscard]] bool link_has(const Link& link, std::uint16_t family);
// Whether anything but the names, stacks, abilities and metrics differs from the default: what the first
// version of netioconf_host cannot say.
[[nodiscard]] bool has_details(const Link& link);
[[nodiscard]] bool has_details(const Host& host);  // any of its links has

// Whether this is a unicast address of the link. Only the IP address counts.
[[nodiscard]] bool has_address(const Link& link, const SocketAddress& address);
[[nodiscard]] std::uint32_t link_metric(const Link& link, std::uint16_t family);

// The link that a caller names: by LUID, or by index if the LUID is 0. nullptr: the link does not exist.
// CreateIpForwardEntry2, Remarks, and every page with both members.
[[nodiscard]] const Link* named_link(const Host& host, std::uint64_t luid, std::uint32_t index);
[[nodiscard]] const Link* named_link(const std::vector<Link>& links, std::uint64_t luid,
                                     std::uint32_t index);

}  // namespace netioconf::oracle::inline model
