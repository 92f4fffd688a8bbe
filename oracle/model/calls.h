#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "oracle/model/operation.h"
#include "oracle/model/status.h"

// What is known of each call, said once.
namespace netioconf::oracle::inline model {

// The entries that a call is about.
enum class Entries : std::uint8_t { no_entries, routes, anycasts, links };

// What a success does to them.
enum class TableEffect : std::uint8_t { no_effect, creates, changes, deletes };

enum class Returns : std::uint8_t {
  nothing,     // the function is void
  filled_row,  // the function is void and fills the caller's row
  status,      // a row in the reply is the caller's row
  row,         // a status and a row
  table,       // a status and a table
};

struct CallInfo {
  Call call;
  std::string_view function;  // its documented name; a description if it is no documented function
  std::string_view name;      // in scripts and programs: the name of Call's value
  std::string_view verb;      // in a sentence: "create route"
  Entries entries;
  TableEffect effect;
  Returns returns;
  // Besides success, the statuses that its page names. NOT_ENOUGH_MEMORY is omitted even if a page names
  // it: no test can cause it, and a call that returns it is undecided.
  StatusSet named;
};

template <class... Statuses>
[[nodiscard]] consteval StatusSet any_status(Statuses... statuses) {
  StatusSet set;
  (set.insert(statuses), ...);
  return set;
}

// In the order of Call.
inline constexpr std::array<CallInfo, call_count> call_table = [] {
  using enum Call;
  using enum Entries;
  using enum Returns;
  using enum Status;
  using enum TableEffect;
  constexpr StatusSet none;
  constexpr StatusSet lookup = any_status(invalid_parameter, not_found, not_supported);
  constexpr StatusSet creation =
      any_status(invalid_parameter, not_found, not_supported, object_already_exists);
  constexpr StatusSet search = any_status(invalid_parameter, not_found, not_supported, file_not_found);
  constexpr StatusSet change = any_status(invalid_parameter, not_found);
  constexpr StatusSet of_links = any_status(invalid_parameter, not_found, file_not_found);
  constexpr StatusSet registration = any_status(invalid_parameter, invalid_handle);
  return std::array<CallInfo, call_count>{{
      {initialize_route, "InitializeIpForwardEntry", "initialize_route", "initialize route row", routes,
       no_effect, filled_row, none},
      {create_route, "CreateIpForwardEntry2", "create_route", "create route", routes, creates, status,
       creation},
      {set_route, "SetIpForwardEntry2", "set_route", "set route", routes, changes, status, change},
      {get_route, "GetIpForwardEntry2", "get_route", "get route", routes, no_effect, row, lookup},
      {delete_route, "DeleteIpForwardEntry2", "delete_route", "delete route", routes, deletes, status,
       lookup},
      {route_table, "GetIpForwardTable2", "route_table", "get route table", routes, no_effect, table,
       lookup},
      {best_route, "GetBestRoute2", "best_route", "get best route", routes, no_effect, row, search},
      {notify_route_change, "NotifyRouteChange2", "notify_route_change", "register for route changes",
       no_entries, no_effect, status, registration},
      {cancel_notification, "CancelMibChangeNotify2", "cancel_notification", "cancel notification",
       no_entries, no_effect, status, registration},
      {create_anycast, "CreateAnycastIpAddressEntry", "create_anycast", "create anycast", anycasts,
       creates, status, creation},
      {get_anycast, "GetAnycastIpAddressEntry", "get_anycast", "get anycast", anycasts, no_effect, row,
       search},
      {delete_anycast, "DeleteAnycastIpAddressEntry", "delete_anycast", "delete anycast", anycasts,
       deletes, status, lookup},
      {anycast_table, "GetAnycastIpAddressTable", "anycast_table", "get anycast table", anycasts,
       no_effect, table, lookup},
      {get_link, "GetIpInterfaceEntry", "get_link", "get link", links, no_effect, row, of_links},
      {free_table, "FreeMibTable", "free_table", "free table", no_entries, no_effect, nothing, none},
      {collect_notifications, "collect notifications", "collect_notifications", "collect notifications",
       no_entries, no_effect, nothing, none},
      {reread_table, "read table again", "reread_table", "reread table", no_entries, no_effect, nothing,
       none},
      {advance_clock, "netioconf_advance", "advance_clock", "advance clock", no_entries, no_effect,
       nothing, none},
  }};
}();
static_assert([] {
  for (std::size_t position = 0; position < call_table.size(); ++position) {
    if (static_cast<std::size_t>(call_table[position].call) != position) return false;
  }
  return true;
}());

[[nodiscard]] constexpr const CallInfo& info_of(Call call) {
  return call_table[static_cast<std::size_t>(call)];
}
[[nodiscard]] constexpr std::string_view function_name(Call call) { return info_of(call).function; }

// The call of that documented name.
[[nodiscard]] constexpr std::optional<Call> call_named(std::string_view function) {
  for (const CallInfo& each : call_table) {
    if (each.function == function) return each.call;
  }
  return std::nullopt;
}

// A documented function.
[[nodiscard]] constexpr bool is_function(Call call) { return call <= Call::free_table; }
// A function that an implementation may have: a documented one, or that which moves its clock.
[[nodiscard]] constexpr bool is_exported(Call call) {
  return is_function(call) || call == Call::advance_clock;
}
[[nodiscard]] constexpr bool creates(Call call) { return info_of(call).effect == TableEffect::creates; }
[[nodiscard]] constexpr bool deletes(Call call) { return info_of(call).effect == TableEffect::deletes; }
[[nodiscard]] constexpr bool is_about(Call call, Entries entries) {
  return info_of(call).entries == entries;
}

// The caller gets a row that depends on the implementation.
[[nodiscard]] constexpr bool fills_row(Call call) {
  const Returns returns = info_of(call).returns;
  return returns == Returns::row || returns == Returns::filled_row;
}
[[nodiscard]] constexpr bool returns_nothing(Call call) {
  return info_of(call).returns == Returns::nothing;
}
[[nodiscard]] constexpr bool returns_status(Call call) {
  const Returns returns = info_of(call).returns;
  return returns != Returns::nothing && returns != Returns::filled_row;
}

[[nodiscard]] constexpr bool returns_table(Call call) { return info_of(call).returns == Returns::table; }

// The first call on these entries with this effect and these results.
[[nodiscard]] constexpr std::optional<Call> find_call(Entries entries, TableEffect effect,
                                                      Returns returns) {
  for (const CallInfo& each : call_table) {
    if (each.entries == entries && each.effect == effect && each.returns == returns) return each.call;
  }
  return std::nullopt;
}

inline constexpr auto changed_tables = [] {
  std::array<std::optional<Call>, call_count> tables;
  for (const CallInfo& each : call_table) {
    if (each.effect == TableEffect::no_effect) continue;
    tables[static_cast<std::size_t>(each.call)] =
        find_call(each.entries, TableEffect::no_effect, Returns::table);
  }
  return tables;
}();

// The call that lists the entries that a call creates, changes or deletes; nullopt if it does neither.
[[nodiscard]] constexpr std::optional<Call> table_changed_by(Call call) {
  return changed_tables[static_cast<std::size_t>(call)];
}

// The entries that rows of one type describe, and the calls on them.
template <class Row>
inline constexpr Entries entries_of = Entries::no_entries;
template <>
inline constexpr Entries entries_of<RouteRow> = Entries::routes;
template <>
inline constexpr Entries entries_of<AnycastRow> = Entries::anycasts;
template <>
inline constexpr Entries entries_of<LinkRow> = Entries::links;

template <class Row>
inline constexpr Call get_call =
    find_call(entries_of<Row>, TableEffect::no_effect, Returns::row).value();
template <class Row>
inline constexpr Call create_call =
    find_call(entries_of<Row>, TableEffect::creates, Returns::status).value();
template <class Row>
using CallOn = RowCall<Row, create_call<Row>>;
template <class Row>
inline constexpr Call delete_call =
    find_call(entries_of<Row>, TableEffect::deletes, Returns::status).value();
template <class Row>
inline constexpr Call table_call =
    find_call(entries_of<Row>, TableEffect::no_effect, Returns::table).value();

// Success and the statuses that the page of the call names.
[[nodiscard]] constexpr StatusSet named_statuses(Call call) {
  StatusSet statuses = info_of(call).named;
  statuses.insert(Status::success);
  return statuses;
}

}  // namespace netioconf::oracle::inline model
