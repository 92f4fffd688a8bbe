#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

#include "conformance/implementations/linux/kernel/netlink.h"

namespace netioconf::conformance::linux_kernel {

// An address as the kernel takes it; IPv4 uses the first four bytes.
struct KernelAddress {
  std::uint8_t family = 0;  // AF_INET or AF_INET6, Linux' numbers; 0: there is none
  std::array<std::uint8_t, 16> bytes{};

  friend auto operator<=>(const KernelAddress&, const KernelAddress&) = default;
};

// A unicast route of the main table, as far as the documented interface has members for it.
struct KernelRoute {
  KernelAddress destination;
  std::uint8_t length = 0;  // bits
  KernelAddress next_hop;   // none: on-link
  std::uint32_t ifindex = 0;
  std::uint32_t priority = 0;
  std::uint8_t protocol = 0;             // RTPROT_…
  std::optional<std::uint32_t> valid_s;  // seconds until it expires: IPv6 only
  bool in_main_table = true;             // an answer to a look-up may come from another one

  friend bool operator==(const KernelRoute&, const KernelRoute&) = default;
};

// What the kernel answered, and the route in its own words where it speaks of one.
struct Told {
  KernelAnswer answer;
  std::optional<KernelRoute> route;
};

// The route is as the kernel keeps it: it may have masked the destination or chosen a priority.
[[nodiscard]] Told add_route(Netlink& kernel, const KernelRoute& route);
// In place of the route of the same prefix and priority.
[[nodiscard]] Told replace_route(Netlink& kernel, const KernelRoute& route);
// A priority of 0 takes the first of any.
[[nodiscard]] Told remove_route(Netlink& kernel, const KernelRoute& route);

// AF_UNSPEC: of both families.
using OnRoute = std::function<void(const KernelRoute&)>;
[[nodiscard]] KernelAnswer each_route(Netlink& kernel, std::uint8_t family, const OnRoute& on_route);

struct Lookup {
  KernelAddress source;  // none: not named
  KernelAddress destination;
  std::uint32_t ifindex = 0;  // 0: any
};
[[nodiscard]] Told find_best(Netlink& kernel, const Lookup& lookup);

// Nothing for what is not a unicast route of the main table.
[[nodiscard]] std::optional<KernelRoute> route_in(const nlmsghdr& message);

}  // namespace netioconf::conformance::linux_kernel
