#pragma once

#include <cstdint>

#include "conformance/implementations/linux/kernel/kernel_routes.h"
#include "conformance/implementations/linux/kernel/netlink.h"

namespace netioconf::conformance::implementations::linux::kernel {

// A unicast address with the length of its subnet in bits.
struct LinkAddress {
  KernelAddress address;
  std::uint8_t length = 0;

  friend bool operator==(const LinkAddress&, const LinkAddress&) = default;
};

// Adds an address to a link, without a route to its subnet and without looking for duplicates on the
// network. The kernel adds the routes to the address itself to its table `local`.
[[nodiscard]] KernelAnswer add_address(Netlink& kernel, std::uint32_t ifindex,
                                       const LinkAddress& address);
[[nodiscard]] KernelAnswer remove_address(Netlink& kernel, std::uint32_t ifindex,
                                          const LinkAddress& address);

}  // namespace netioconf::conformance::implementations::linux::kernel
