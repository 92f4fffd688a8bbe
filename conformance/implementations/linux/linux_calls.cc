#include "conformance/implementations/linux/linux_calls.h"

namespace netioconf::conformance::implementations::linux {

NETIO_STATUS LinuxCalls::notify_route_change(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                             PVOID context, BOOLEAN initial_notification,
                                             HANDLE* handle) {
  if (kernel_family(family) == 0 && family != NETIOCONF_AF_UNSPEC) {
    return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no such family");
  }
  if (callback == nullptr || handle == nullptr) {
    return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no callback, or no room for the handle");
  }
  *handle = adapter.notifier.add(adapter.machine->events(), family, callback, context);
  if (initial_notification != 0) callback(context, nullptr, MibInitialNotification);
  return adapter.by_adapter(STATUS_SUCCESS, "listens to the kernel's multicast groups");
}

NETIO_STATUS LinuxCalls::cancel_notification(HANDLE handle) {
  const bool there = adapter.notifier.remove(handle);
  return adapter.by_adapter(there ? STATUS_SUCCESS : STATUS_INVALID_HANDLE,
                            there ? "a registration of its own" : "no such registration");
}

}  // namespace netioconf::conformance::implementations::linux
