#pragma once

#include <array>
#include <string_view>

#include "oracle/model/operation.h"
#include "oracle/model/status.h"

// What is known of each call, said once.
namespace netioconf::oracle::inline model {

enum class Returns : std::uint8_t {
  nothing,  // the function is void
  status,   // a row in the reply is the caller's row
  row,      // a status and a row
  table,    // a status and a table
};

struct CallInfo {
  Call call;
  std::string_view function;  // its documented name; a description if it is no documented function
  std::string_view verb;      // in a sentence: "create route"
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
  using enum Status;
  constexpr StatusSet lookup = any_status(invalid_parameter, not_found, not_supported);
  constexpr StatusSet creation =
      any_status(invalid_parameter, not_found, not_supported, object_already_exists);
  constexpr StatusSet search = any_status(invalid_parameter, not_found, not_supported, file_not_found);
  constexpr StatusSet registration = any_status(invalid_parameter, invalid_handle);
  return std::array<CallInfo, call_count>{{
      {initialize_route, "InitializeIpForwardEntry", "initialize route row", Returns::nothing, {}},
      {create_route, "CreateIpForwardEntry2", "create route", Returns::status, creation},
      {set_route, "SetIpForwardEntry2", "set route", Returns::status,
       any_status(invalid_parameter, not_found)},
      {get_route, "GetIpForwardEntry2", "get route", Returns::row, lookup},
      {delete_route, "DeleteIpForwardEntry2", "delete route", Returns::status, lookup},
      {route_table, "GetIpForwardTable2", "get route table", Returns::table, lookup},
      {best_route, "GetBestRoute2", "get best route", Returns::row, search},
      {notify_route_change, "NotifyRouteChange2", "register for route changes", Returns::status,
       registration},
      {cancel_notification, "CancelMibChangeNotify2", "cancel notification", Returns::status,
       registration},
      {create_anycast, "CreateAnycastIpAddressEntry", "create anycast", Returns::status, creation},
      {get_anycast, "GetAnycastIpAddressEntry", "get anycast", Returns::row, search},
      {delete_anycast, "DeleteAnycastIpAddressEntry", "delete anycast", Returns::status, lookup},
      {anycast_table, "GetAnycastIpAddressTable", "get anycast table", Returns::table, lookup},
      {get_link, "GetIpInterfaceEntry", "get link", Returns::row,
       any_status(invalid_parameter, not_found, file_not_found)},
      {free_table, "FreeMibTable", "free table", Returns::nothing, {}},
      {collect_notifications, "collect notifications", "collect notifications", Returns::nothing, {}},
      {reread_table, "read table again", "reread table", Returns::nothing, {}},
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

// Success and the statuses that the page of the call names.
[[nodiscard]] constexpr StatusSet named_statuses(Call call) {
  StatusSet statuses = info_of(call).named;
  statuses.insert(Status::success);
  return statuses;
}

}  // namespace netioconf::oracle::inline model
