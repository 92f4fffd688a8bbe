#include <cstring>

#include "conformance/emulator/emulator.h"

namespace netioconf::conformance::emulator {

// A NULL callback or a NULL handle pointer is an invalid parameter, as a NULL row is.
std::uint32_t Emulator::notify_route_change(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                            PVOID context, BOOLEAN initial_notification,
                                            HANDLE* handle) {
  constexpr Call call = Call::route_notify;
  if (handle == nullptr) return refused_null(call);
  HANDLE given = nullptr;
  std::memcpy(&given, static_cast<const void*>(handle), sizeof(given));

  Status verdict = behaviour_.table_family(call, family);
  if (callback == nullptr) verdict = behaviour_.null_argument(call);
  HANDLE issued = nullptr;
  if (verdict == Status::success && callback != nullptr)
    issued = notifier_.add({family, callback, context});
  const HANDLE shown = behaviour_.shown_handle(verdict, issued, given);
  std::memcpy(static_cast<void*>(handle), &shown, sizeof(shown));

  const InitialNotification initial = behaviour_.initial(initial_notification);
  Notification notification;
  notification.handle = issued;
  notification.type = MibInitialNotification;
  notification.context = behaviour_.announced_context(context, MibInitialNotification);
  if (initial.with_row != 0) notification.row = MIB_IPFORWARD_ROW2{};
  if (issued != nullptr) {
    for (unsigned i = 0; i < initial.times; ++i) notifier_.post(notification);
  }
  notifier_.deliver();
  return behaviour_.number(call, verdict);
}

std::uint32_t Emulator::cancel_notification(HANDLE handle) {
  constexpr Call call = Call::notify_cancel;
  if (handle == nullptr) return refused_null(call);
  const Status verdict = notifier_.knows(handle) ? Status::success : Status::invalid_parameter;
  if (behaviour_.cancels(verdict)) notifier_.remove(handle);
  return behaviour_.number(call, verdict);
}

}  // namespace netioconf::conformance::emulator
