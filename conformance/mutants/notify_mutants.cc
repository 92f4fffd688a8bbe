#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/replaced.h"

// Mutants of NotifyRouteChange2 and CancelMibChangeNotify2.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace notify_mutants {

constexpr Call notify_call = Call::route_notify;
using Row = MIB_IPFORWARD_ROW2;

// edit: void (Announcement& announcement, Status verdict)
template <Call only, auto edit>
Behaviour announcing() {
  return replaced<&Behaviour::announce,
                  [](Call call, Status verdict, const Row& before, const Row& after) {
                    Announcement announcement = common().announce(call, verdict, before, after);
                    if (call == only) edit(announcement, verdict);
                    return announcement;
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row)
template <auto edit>
Behaviour showing() {
  return replaced<&Behaviour::announced_row, [](const Row& row, MIB_NOTIFICATION_TYPE type) {
    Row shown = common().announced_row(row, type);
    edit(shown);
    return shown;
  }>();
}

void silence(Announcement& announcement, Status) { announcement.times = 0; }

void repeat(Announcement& announcement, Status) { announcement.times *= 2; }

template <MIB_NOTIFICATION_TYPE type>
void speak_of(Announcement& announcement, Status) {
  announcement.type = type;
}

template <MIB_NOTIFICATION_TYPE type>
void speak_of_refusals(Announcement& announcement, Status verdict) {
  if (verdict != Status::success) announcement = {.type = type, .times = 1};
}

template <unsigned times, std::uint8_t with_row>
InitialNotification asked_for(BOOLEAN asked) {
  return asked != 0 ? InitialNotification{times, with_row} : InitialNotification{};
}

constexpr Mutant list[] = {
    {"notification-missing-for-create", "notify.one-per-change", "does not notify of a new route",
     announcing<Call::route_create, silence>},
    {"notification-of-create-is-a-change", "notify.one-per-change",
     "reports a new route as a changed route",
     announcing<Call::route_create, speak_of<MibParameterNotification>>},
    {"notification-missing-for-set", "notify.one-per-change", "does not notify of a changed route",
     announcing<Call::route_set, silence>},
    {"notification-of-set-is-an-addition", "notify.one-per-change",
     "reports a changed route as a new route", announcing<Call::route_set, speak_of<MibAddInstance>>},
    {"notification-missing-for-delete", "notify.one-per-change", "does not notify of a deleted route",
     announcing<Call::route_delete, silence>},
    {"notification-of-delete-is-an-addition", "notify.one-per-change",
     "reports a deleted route as a new route", announcing<Call::route_delete, speak_of<MibAddInstance>>},
    {"notification-doubled", "notify.one-per-change", "notifies of a new route twice",
     announcing<Call::route_create, repeat>},
    {"notification-of-delete-doubled", "notify.one-per-change", "notifies of a deleted route twice",
     announcing<Call::route_delete, repeat>},
    {"notification-for-refused-call", "notify.none-for-refused",
     "notifies of a route that it did not add",
     announcing<Call::route_create, speak_of_refusals<MibAddInstance>>},
    {"notification-for-refused-delete", "notify.none-for-refused",
     "notifies of a route that it did not delete",
     announcing<Call::route_delete, speak_of_refusals<MibDeleteInstance>>},
    {"notification-for-refused-set", "notify.none-for-refused",
     "notifies of a route that it did not change",
     announcing<Call::route_set, speak_of_refusals<MibParameterNotification>>},
    {"notification-row-of-zeroes", "notify.one-per-change", "passes a row of zeros",
     showing<[](Row& row) { row = Row{}; }>},
    {"notification-row-without-next-hop", "notify.one-per-change",
     "passes a row with an all-zero next hop",
     showing<[](Row& row) { row.NextHop = socket_address_of({row.NextHop.si_family, {}}); }>},
    {"notification-row-without-link", "notify.one-per-change", "passes a row without LUID and index",
     showing<[](Row& row) {
       row.InterfaceLuid.Value = 0;
       row.InterfaceIndex = 0;
     }>},
    {"notification-context-lost", "notify.context", "passes a NULL context to the callback",
     replaced<&Behaviour::announced_context,
              [](PVOID, MIB_NOTIFICATION_TYPE) -> PVOID { return nullptr; }>},
    {"notification-context-lost-at-first", "notify.context",
     "passes a NULL context with the initial notification",
     replaced<&Behaviour::announced_context,
              [](PVOID context, MIB_NOTIFICATION_TYPE type) -> PVOID {
                return type == MibInitialNotification ? nullptr : context;
              }>},
    {"notification-ignores-family", "notify.only-its-family", "notifies of routes of both families",
     replaced<&Behaviour::listens, [](std::uint16_t, std::uint16_t) { return true; }>},
    {"notification-of-unspecified-is-ipv4-only", "notify.only-its-family",
     "notifies only of IPv4 routes if both families are requested",
     replaced<&Behaviour::listens,
              [](std::uint16_t registered, std::uint16_t family) {
                return registered == unspecified ? family == ipv4 : registered == family;
              }>},
    {"notify-family-unchecked", "notify.family", "accepts any family",
     forgetting<&Behaviour::table_family, notify_call>},
    {"notify-family-not-supported", "notify.family", "returns not supported for an unknown family",
     refusing_with<&Behaviour::table_family, notify_call, Status::not_supported>},
    {"notify-unspecified-family-refused", "notify.family", "refuses a registration for both families",
     replaced<&Behaviour::table_family,
              [](Call call, std::uint16_t family) {
                const bool refused = call == notify_call && family == unspecified;
                return refused ? Status::invalid_parameter : common().table_family(call, family);
              }>},
    {"initial-notification-missing", "notify.initial", "omits the initial notification",
     replaced<&Behaviour::initial, asked_for<0, 0>>},
    {"initial-notification-unasked", "notify.initial", "always sends the initial notification",
     replaced<&Behaviour::initial, [](BOOLEAN) { return InitialNotification{.times = 1}; }>},
    {"initial-notification-doubled", "notify.initial", "sends the initial notification twice",
     replaced<&Behaviour::initial, asked_for<2, 0>>},
    {"initial-notification-with-row", "notify.initial", "passes a row in the initial notification",
     replaced<&Behaviour::initial, asked_for<1, 1>>},
    {"notification-after-cancel", "notify-cancel.no-more",
     "continues to notify after the registration is cancelled",
     replaced<&Behaviour::cancels, [](Status) { return false; }>},
    {"notify-handle-lost", "notify-cancel.no-more", "returns a NULL handle",
     replaced<&Behaviour::shown_handle, [](Status, HANDLE, HANDLE) -> HANDLE { return nullptr; }>},
};

}  // namespace notify_mutants

std::span<const Mutant> notify() { return notify_mutants::list; }

}  // namespace netioconf::conformance::groups
