#pragma once

#include <chrono>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/linux/kernel/kernel_routes.h"
#include "conformance/implementations/linux/link_map.h"
#include "conformance/implementations/linux/notifier.h"

namespace netioconf::conformance::implementations::linux {

// The members of a route that Linux does not have, as the caller passed them.
struct Remembered {
  std::uint8_t site_prefix_length = 0;
  std::uint32_t valid_lifetime_s = 0;
  std::uint32_t preferred_lifetime_s = 0;
  std::uint32_t protocol = 0;
  std::uint8_t loopback = 0;
  std::uint8_t autoconfigure_address = 0;
  std::uint8_t publish = 0;
  std::uint8_t immortal = 0;
  std::chrono::steady_clock::time_point since;  // time of the last addition or change

  // Whether the members are equal; `since` is not compared.
  [[nodiscard]] bool same_members(const Remembered& other) const;
};

// Identifies the kernel's route that a Remembered belongs to.
struct RouteName {
  std::uint32_t ifindex = 0;
  kernel::KernelAddress destination;
  std::uint8_t length = 0;
  kernel::KernelAddress next_hop;
  std::uint32_t priority = 0;

  friend auto operator<=>(const RouteName&, const RouteName&) = default;
};
[[nodiscard]] RouteName name_of(const kernel::KernelRoute& route);

// The state behind the documented calls: a machine, the map of its links, and the values that the
// kernel does not store. Every result goes through `by_kernel` or `by_adapter`, which record what
// decided it.
struct Adapter {
  kernel::Machine* machine = nullptr;
  LinkMap link_map;
  std::map<RouteName, Remembered> remembered;
  KernelNotifier notifier;
  std::string decided_by;

  // The status for the kernel's answer: the negative errno value if the oracle's table of statuses
  // contains it.
  NETIO_STATUS by_kernel(const kernel::KernelAnswer& answer);
  NETIO_STATUS by_kernel(NETIO_STATUS status, std::string_view why);
  NETIO_STATUS by_adapter(NETIO_STATUS status, std::string_view why);
  // Success of a call that fills rows with the kernel's routes and the adapter's members.
  NETIO_STATUS by_both();

  [[nodiscard]] bool lacks_stack(std::uint8_t family) const;
  // Asks the kernel for a link.
  [[nodiscard]] kernel::KernelAnswer look_for_link(std::uint32_t ifindex);
};

// Converts families of the documented interface to those of Linux and back; 0: no such family.
[[nodiscard]] std::uint8_t kernel_family(ADDRESS_FAMILY family);
[[nodiscard]] ADDRESS_FAMILY documented_family(std::uint8_t family);

// Copies from and to the caller's memory, which may be misaligned.
template <class Value>
[[nodiscard]] Value copy_of(const Value* from) {
  Value value;
  std::memcpy(static_cast<void*>(&value), static_cast<const void*>(from), sizeof value);
  return value;
}
template <class Value>
void copy_to(Value* to, const Value& value) {
  std::memcpy(static_cast<void*>(to), static_cast<const void*>(&value), sizeof value);
}

// kernel_family must know the family.
[[nodiscard]] kernel::KernelAddress kernel_address(const SOCKADDR_INET& address);
[[nodiscard]] SOCKADDR_INET documented_address(const kernel::KernelAddress& address);
[[nodiscard]] bool is_all_zero(const kernel::KernelAddress& address);

}  // namespace netioconf::conformance::implementations::linux
