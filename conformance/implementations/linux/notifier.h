#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/linux/kernel/kernel_routes.h"
#include "conformance/implementations/linux/kernel/machine.h"

namespace netioconf::conformance::implementations::linux {

// Writes the row that a callback gets for a route; false if no link of the host has the route.
using RowFor = std::function<bool(const kernel::KernelRoute& route, MIB_IPFORWARD_ROW2& row)>;

// Makes callbacks for events of the kernel's multicast groups. The kernel sends them before it answers
// the request, so all events of a call have arrived when it returns.
class KernelNotifier {
 public:
  // Returns the handle.
  [[nodiscard]] HANDLE add(kernel::Netlink& events, ADDRESS_FAMILY family,
                           PIPFORWARD_CHANGE_CALLBACK callback, PVOID context);
  // False if there is no such registration.
  [[nodiscard]] bool remove(HANDLE handle);
  // Removes all registrations and drops pending events.
  void clear(kernel::Netlink& events);

  // Makes callbacks for the events that have arrived, and returns their number.
  std::size_t deliver(kernel::Netlink& events, const RowFor& row_for);
  // Makes callbacks for a change that is no event of the kernel.
  void deliver(const MIB_IPFORWARD_ROW2& row, MIB_NOTIFICATION_TYPE type);

 private:
  struct Registration {
    std::uintptr_t number;
    ADDRESS_FAMILY family;
    PIPFORWARD_CHANGE_CALLBACK callback;
    PVOID context;
  };

  std::vector<Registration> registrations_;
  std::uintptr_t last_number_ = 0;
  bool listening_ = false;
};

}  // namespace netioconf::conformance::implementations::linux
