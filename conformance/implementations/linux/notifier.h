#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/linux/kernel/kernel_routes.h"
#include "conformance/implementations/linux/kernel/machine.h"

namespace netioconf::conformance::linux_kernel {

// The row that a callback gets for a route; nothing of which there is no link.
using RowFor = std::function<bool(const KernelRoute& route, MIB_IPFORWARD_ROW2& row)>;

// Callbacks for what the kernel says in its multicast groups. It says it before it answers the request,
// so all is there when a call has been made.
class Notifier {
 public:
  // Returns the handle.
  [[nodiscard]] HANDLE add(Netlink& events, ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                           PVOID context);
  // False if there is no such registration.
  [[nodiscard]] bool remove(HANDLE handle);
  // Forgets all of them and what the kernel has said.
  void clear(Netlink& events);

  // Calls back for what the kernel has said since the last time; returns how often it spoke.
  std::size_t deliver(Netlink& events, const RowFor& row_for);
  // Calls back for what the kernel has no word for.
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

}  // namespace netioconf::conformance::linux_kernel
