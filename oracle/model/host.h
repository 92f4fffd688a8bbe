#pragma once

#include <cstdint>
#include <vector>

#include "oracle/model/address.h"

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

[[nodiscard]] bool machine_has(const Host& host, std::uint16_t family);
[[nodiscard]] bool link_has(const Link& link, std::uint16_t family);
[[nodiscard]] std::uint32_t link_metric(const Link& link, std::uint16_t family);

// The link that a caller names: by LUID, or by index if the LUID is 0. nullptr: the link does not exist.
// CreateIpForwardEntry2, Remarks, and every page with both members.
[[nodiscard]] const Link* named_link(const Host& host, std::uint64_t luid, std::uint32_t index);

}  // namespace netioconf::oracle::inline model
