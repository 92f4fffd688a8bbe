#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/linux/correspondence.h"
#include "conformance/implementations/linux/kernel/kernel_routes.h"
#include "conformance/implementations/linux/notifier.h"

namespace netioconf::conformance::linux_kernel {

// The members of a route that Linux has none for, as they were given.
struct Remembered {
  std::uint8_t site_prefix_length = 0;
  std::uint32_t valid_lifetime_s = 0;
  std::uint32_t preferred_lifetime_s = 0;
  std::uint32_t protocol = 0;
  std::uint8_t loopback = 0;
  std::uint8_t autoconfigure_address = 0;
  std::uint8_t publish = 0;
  std::uint8_t immortal = 0;
  std::chrono::steady_clock::time_point since;  // when it was added or modified

  // Whether the caller gave the same; `since` is nobody's.
  [[nodiscard]] bool same_members(const Remembered& other) const;
};

// Which route of the kernel something is remembered of.
struct RouteName {
  std::uint32_t ifindex = 0;
  KernelAddress destination;
  std::uint8_t length = 0;
  KernelAddress next_hop;
  std::uint32_t priority = 0;

  friend auto operator<=>(const RouteName&, const RouteName&) = default;
};
[[nodiscard]] RouteName name_of(const KernelRoute& route);

// What the documented calls are made on: a machine, the names that its links go by, and what the kernel
// does not keep. Every answer is given by `by_kernel` or `by_adapter`, so that it is known who decided.
struct Adapter {
  Machine* machine = nullptr;
  Names names;
  std::map<RouteName, Remembered> remembered;
  Notifier notifier;
  std::string decided_by;

  // The number for what the kernel said. One that the documents' list of statuses has a word for stays
  // as it is, a negative errno value.
  NETIO_STATUS by_kernel(const KernelAnswer& answer);
  NETIO_STATUS by_kernel(NETIO_STATUS status, std::string_view why);
  NETIO_STATUS by_adapter(NETIO_STATUS status, std::string_view why);
  // Success in a call that fills rows: the kernel's routes with the adapter's members.
  NETIO_STATUS by_both();

  [[nodiscard]] bool lacks_stack(std::uint8_t family) const;
  // Asks the kernel for a link.
  [[nodiscard]] KernelAnswer look_for_link(std::uint32_t ifindex);
};

// Families of the documented interface and of Linux; 0: there is none such.
[[nodiscard]] std::uint8_t kernel_family(ADDRESS_FAMILY family);
[[nodiscard]] ADDRESS_FAMILY documented_family(std::uint8_t family);

// The family must be one that kernel_family knows.
[[nodiscard]] KernelAddress kernel_address(const SOCKADDR_INET& address);
[[nodiscard]] SOCKADDR_INET documented_address(const KernelAddress& address);
[[nodiscard]] bool is_all_zero(const KernelAddress& address);

}  // namespace netioconf::conformance::linux_kernel
