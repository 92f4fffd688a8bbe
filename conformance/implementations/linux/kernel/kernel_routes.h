#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "conformance/implementations/linux/kernel/netlink.h"

namespace netioconf::conformance::implementations::linux::kernel {

// An address in the form of the kernel; IPv4 uses the first four bytes.
struct KernelAddress {
  std::uint8_t family = 0;  // AF_INET or AF_INET6 in the numbers of Linux; 0: none
  std::array<std::uint8_t, 16> bytes{};

  friend auto operator<=>(const KernelAddress&, const KernelAddress&) = default;
};

// 4 or 16 bytes.
[[nodiscard]] std::size_t size_of(const KernelAddress& address);

// A unicast route of the main table, with the members that the documented interface has.
struct KernelRoute {
  KernelAddress destination;
  std::uint8_t length = 0;  // bits
  KernelAddress next_hop;   // none: on-link
  std::uint32_t ifindex = 0;
  std::uint32_t priority = 0;
  std::uint8_t protocol = 0;             // RTPROT_…
  std::optional<std::uint32_t> valid_s;  // seconds until it expires: IPv6 only
  bool in_main_table = true;             // a look-up may return a route of another table

  friend bool operator==(const KernelRoute&, const KernelRoute&) = default;
};

// The kernel's answer, and the route in it, if any.
struct KernelReply {
  KernelAnswer answer;
  std::optional<KernelRoute> route;
};

// The returned route is the stored one: the kernel may mask the destination or choose a priority.
[[nodiscard]] KernelReply add_route(Netlink& kernel, const KernelRoute& route);
// Replaces the route with the same prefix and priority.
[[nodiscard]] KernelReply replace_route(Netlink& kernel, const KernelRoute& route);
// A priority of 0 removes the first route of any priority.
[[nodiscard]] KernelReply remove_route(Netlink& kernel, const KernelRoute& route);

// AF_UNSPEC: both families.
using OnRoute = std::function<void(const KernelRoute&)>;
[[nodiscard]] KernelAnswer each_route(Netlink& kernel, std::uint8_t family, const OnRoute& on_route);

struct Lookup {
  KernelAddress source;  // family 0: no source
  KernelAddress destination;
  std::uint32_t ifindex = 0;  // 0: any
};
[[nodiscard]] KernelReply find_best(Netlink& kernel, const Lookup& lookup);
// The source address that the kernel would send from; nullopt: it has none, or the lookup names it.
[[nodiscard]] std::optional<KernelAddress> find_source(Netlink& kernel, const Lookup& lookup);

// Empty if the message is no unicast route of the main table.
[[nodiscard]] std::optional<KernelRoute> route_in(const nlmsghdr& message);

}  // namespace netioconf::conformance::implementations::linux::kernel
