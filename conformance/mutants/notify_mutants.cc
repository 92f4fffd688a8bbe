#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"

// Mutants of NotifyRouteChange2 and CancelMibChangeNotify2.
namespace netioconf::conformance::mutants::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace notify_mutants {

constexpr emulator::Call notify_call = emulator::Call::route_notify;
using rows::Row;

// edit: void (Announcement& announcement, Status verdict)
template <emulator::Call only, auto edit>
emulator::Behaviour announcing() {
  return replaced<&emulator::Behaviour::announce, [](emulator::Call call, emulator::Status verdict,
                                                     const notify_mutants::Row& before,
                                                     const notify_mutants::Row& after) {
    emulator::Announcement announcement = emulator::common().announce(call, verdict, before, after);
    if (call == only) edit(announcement, verdict);
    return announcement;
  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row)
template <auto edit>
emulator::Behaviour showing() {
  return replaced<&emulator::Behaviour::announced_row,
                  [](const notify_mutants::Row& row, MIB_NOTIFICATION_TYPE type) {
                    notify_mutants::Row shown = emulator::common().announced_row(row, type);
                    edit(shown);
                    return shown;
                  }>();
}

void silence(emulator::Announcement& announcement, emulator::Status) { announcement.times = 0; }

void repeat(emulator::Announcement& announcement, emulator::Status) { announcement.times *= 2; }

template <MIB_NOTIFICATION_TYPE type>
void speak_of(emulator::Announcement& announcement, emulator::Status) {
  announcement.type = type;
}

template <MIB_NOTIFICATION_TYPE type>
void speak_of_refusals(emulator::Announcement& announcement, emulator::Status verdict) {
  if (verdict != emulator::Status::success) announcement = {.type = type, .times = 1};
}

template <unsigned times, std::uint8_t with_row>
emulator::InitialNotification asked_for(BOOLEAN asked, std::uint16_t) {
  return asked != 0 ? emulator::InitialNotification{times, with_row} : emulator::InitialNotification{};
}

constexpr Mutant list[] = {
    {"notification-missing-for-create", "notify.one-per-change", "does not notify of a new route",
     notify_mutants::announcing<emulator::Call::route_create, notify_mutants::silence>},
    {"notification-of-create-is-a-change", "notify.one-per-change",
     "reports a new route as a changed route",
     notify_mutants::announcing<emulator::Call::route_create,
                                notify_mutants::speak_of<MibParameterNotification>>},
    {"notification-missing-for-set", "notify.one-per-change", "does not notify of a changed route",
     notify_mutants::announcing<emulator::Call::route_set, notify_mutants::silence>},
    {"notification-of-set-is-an-addition", "notify.one-per-change",
     "reports a changed route as a new route",
     notify_mutants::announcing<emulator::Call::route_set, notify_mutants::speak_of<MibAddInstance>>},
    {"notification-missing-for-delete", "notify.one-per-change", "does not notify of a deleted route",
     notify_mutants::announcing<emulator::Call::route_delete, notify_mutants::silence>},
    {"notification-of-delete-is-an-addition", "notify.one-per-change",
     "reports a deleted route as a new route",
     notify_mutants::announcing<emulator::Call::route_delete, notify_mutants::speak_of<MibAddInstance>>},
    {"notification-doubled", "notify.one-per-change", "notifies of a new route twice",
     notify_mutants::announcing<emulator::Call::route_create, notify_mutants::repeat>},
    {"notification-of-delete-doubled", "notify.one-per-change", "notifies of a deleted route twice",
     notify_mutants::announcing<emulator::Call::route_delete, notify_mutants::repeat>},
    {"notification-for-refused-call", "notify.none-for-refused",
     "notifies of a route that it did not add",
     notify_mutants::announcing<emulator::Call::route_create,
                                notify_mutants::speak_of_refusals<MibAddInstance>>},
    {"notification-for-refused-delete", "notify.none-for-refused",
     "notifies of a route that it did not delete",
     notify_mutants::announcing<emulator::Call::route_delete,
                                notify_mutants::speak_of_refusals<MibDeleteInstance>>},
    {"notification-for-refused-set", "notify.none-for-refused",
     "notifies of a route that it did not change",
     notify_mutants::announcing<emulator::Call::route_set,
                                notify_mutants::speak_of_refusals<MibParameterNotification>>},
    {"notification-row-of-zeroes", "notify.one-per-change", "passes a row of zeros",
     notify_mutants::showing<[](notify_mutants::Row& row) { row = notify_mutants::Row{}; }>},
    {"notification-row-without-next-hop", "notify.one-per-change",
     "passes a row with an all-zero next hop", notify_mutants::showing<[](notify_mutants::Row& row) {
       row.NextHop = emulator::socket_address_of({row.NextHop.si_family, {}});
     }>},
    {"notification-row-without-link", "notify.one-per-change", "passes a row without LUID and index",
     notify_mutants::showing<[](notify_mutants::Row& row) {
       row.InterfaceLuid.Value = 0;
       row.InterfaceIndex = 0;
     }>},
    {"notification-context-lost", "notify.context", "passes a NULL context to the callback",
     replaced<&emulator::Behaviour::announced_context,
              [](PVOID, MIB_NOTIFICATION_TYPE) -> PVOID { return nullptr; }>},
    {"notification-context-lost-at-first", "notify.context",
     "passes a NULL context with the initial notification",
     replaced<&emulator::Behaviour::announced_context,
              [](PVOID context, MIB_NOTIFICATION_TYPE type) -> PVOID {
                return type == MibInitialNotification ? nullptr : context;
              }>},
    {"notification-ignores-family", "notify.only-its-family", "notifies of routes of both families",
     replaced<&emulator::Behaviour::listens, [](std::uint16_t, std::uint16_t) { return true; }>},
    {"notification-of-unspecified-is-ipv4-only", "notify.only-its-family",
     "notifies only of IPv4 routes if both families are requested",
     replaced<&emulator::Behaviour::listens,
              [](std::uint16_t registered, std::uint16_t family) {
                return registered == emulator::unspecified ? family == emulator::ipv4
                                                           : registered == family;
              }>},
    {"notify-family-unchecked", "notify.family", "accepts any family",
     forgetting<&emulator::Behaviour::table_family, notify_mutants::notify_call>},
    {"notify-family-not-supported", "notify.family", "returns not supported for an unknown family",
     refusing_with<&emulator::Behaviour::table_family, notify_mutants::notify_call,
                   emulator::Status::not_supported>},
    {"notify-unspecified-family-refused", "notify.family", "refuses a registration for both families",
     replaced<&emulator::Behaviour::table_family,
              [](emulator::Call call, std::uint16_t family) {
                const bool refused =
                    call == notify_mutants::notify_call && family == emulator::unspecified;
                return refused ? emulator::Status::invalid_parameter
                               : emulator::common().table_family(call, family);
              }>},
    {"initial-notification-missing", "notify.initial", "omits the initial notification",
     replaced<&emulator::Behaviour::initial, notify_mutants::asked_for<0, 0>>},
    {"initial-notification-unasked", "notify.initial", "always sends the initial notification",
     replaced<&emulator::Behaviour::initial,
              [](BOOLEAN, std::uint16_t) { return emulator::InitialNotification{.times = 1}; }>},
    {"initial-notification-doubled", "notify.initial", "sends the initial notification twice",
     replaced<&emulator::Behaviour::initial, notify_mutants::asked_for<2, 0>>},
    {"initial-notification-four-times-for-every-family", "notify.initial",
     "sends the initial notification of a registration for both families four times",
     replaced<&emulator::Behaviour::initial,
              [](BOOLEAN asked, std::uint16_t family) {
                const emulator::InitialNotification right = emulator::common().initial(asked, family);
                return asked != 0 && family == emulator::unspecified
                           ? emulator::InitialNotification{.times = 4}
                           : right;
              }>},
    {"initial-notification-missing-for-every-family", "notify.initial",
     "omits the initial notification of a registration for both families",
     replaced<&emulator::Behaviour::initial,
              [](BOOLEAN asked, std::uint16_t family) {
                return family == emulator::unspecified ? emulator::InitialNotification{}
                                                       : emulator::common().initial(asked, family);
              }>},
    {"initial-notification-with-row", "notify.initial", "passes a row in the initial notification",
     replaced<&emulator::Behaviour::initial, notify_mutants::asked_for<1, 1>>},
    {"notification-after-cancel", "notify-cancel.no-more",
     "continues to notify after the registration is cancelled",
     replaced<&emulator::Behaviour::cancels, [](emulator::Status) { return false; }>},
    {"notify-handle-lost", "notify-cancel.no-more", "returns a NULL handle",
     replaced<&emulator::Behaviour::shown_handle,
              [](emulator::Status, HANDLE, HANDLE) -> HANDLE { return nullptr; }>},
};

}  // namespace notify_mutants

std::span<const Mutant> notify() { return notify_mutants::list; }

}  // namespace netioconf::conformance::mutants::groups
