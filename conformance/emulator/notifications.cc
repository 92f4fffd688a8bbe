#include <cstring>

#include "conformance/emulator/emulator.h"
#include "conformance/emulator/misuse.h"

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

  if (issued != nullptr) {
    const InitialNotification initial = behaviour_.initial(initial_notification, family);
    const PVOID shown_context = behaviour_.announced_context(context, MibInitialNotification);
    for (const auto& row : initial_rows(initial, family)) {
      notifier_.post({issued, shown_context, row, MibInitialNotification});
    }
  }
  notifier_.deliver();
  if (issued != nullptr) notifier_.wait_for_initial(issued);
  return behaviour_.number(call, verdict);
}

std::vector<std::optional<MIB_IPFORWARD_ROW2>> Emulator::initial_rows(const InitialNotification& initial,
                                                                      std::uint16_t family) {
  std::vector<std::optional<MIB_IPFORWARD_ROW2>> rows(initial.times);
  if (initial.with_row != 0) rows.assign(initial.times, MIB_IPFORWARD_ROW2{});
  if (initial.per_route != 0) {
    const auto lock = enter();
    for (const MIB_IPFORWARD_ROW2& row : stack_.initial_rows(family)) rows.emplace_back(row);
  }
  return rows;
}

std::uint32_t Emulator::cancel_notification(HANDLE handle) {
  constexpr Call call = Call::notify_cancel;
  if (handle == nullptr) return refused_null(call);
  // CancelMibChangeNotify2, Remarks, in the edition for user mode. A callback on the caller's thread may
  // cancel, because nothing has to wait for it.
  const bool on_own_thread = notifier_.delivery() != Delivery::callers_thread;
  if (on_own_thread && notifier_.within_callback_of(handle)) {
    report_misuse(
        "CancelMibChangeNotify2 is called from a callback of the same registration; "
        "on Windows it never returns");
    return behaviour_.number(call, Status::invalid_parameter);
  }
  const Status verdict = notifier_.knows(handle) ? Status::success : Status::invalid_parameter;
  if (behaviour_.cancels(verdict)) notifier_.remove(handle);
  return behaviour_.number(call, verdict);
}

}  // namespace netioconf::conformance::emulator
