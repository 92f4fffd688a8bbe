#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <variant>

#include "oracle/model/rows.h"

namespace netioconf::oracle::inline model {

// The operations of a script. The first fifteen are documented functions. The others make effects
// visible: one waits for callbacks, one reads a kept table again, one moves the clock.
enum class Call : std::uint8_t {
  initialize_route,
  create_route,
  set_route,
  get_route,
  delete_route,
  route_table,
  best_route,
  notify_route_change,
  cancel_notification,
  create_anycast,
  get_anycast,
  delete_anycast,
  anycast_table,
  get_link,
  free_table,
  collect_notifications,
  reread_table,
  advance_clock,
};
inline constexpr std::size_t call_count = 18;

// A call whose only argument is a pointer to a row.
template <class Row, Call by_default>
struct RowCall {
  Call call = by_default;
  std::optional<Row> row;         // nullopt: the caller passes NULL
  std::uint8_t misalignment = 0;  // bytes after an 8-byte boundary, 0 to 7

  friend bool operator==(const RowCall&, const RowCall&) = default;
};

// initialize_route (`row` is the previous content of the memory), create_, set_, get_ and delete_route.
using RouteCall = RowCall<RouteRow, Call::create_route>;
// create_, get_ and delete_anycast.
using AnycastCall = RowCall<AnycastRow, Call::create_anycast>;

// The arguments contain a row or NULL.
template <class Arguments>
concept HasRow = requires(const Arguments& arguments) { *arguments.row; };

// The bytes by which the row of a call is misaligned.
template <class Arguments>
[[nodiscard]] constexpr std::uint8_t misalignment_of(const Arguments& arguments) {
  if constexpr (requires { arguments.misalignment; }) {
    return arguments.misalignment;
  } else {
    return 0;
  }
}

// route_table and anycast_table.
struct TableCall {
  Call call = Call::route_table;
  std::uint16_t family = unspecified_family;
  bool null_table = false;  // the caller passes NULL for Table
  bool keep = false;        // not freed after the call: later steps may read it again and must free it

  friend bool operator==(const TableCall&, const TableCall&) = default;
};

// free_table and reread_table. `table` counts the calls of the script with `keep` from 0.
struct KeptTableCall {
  Call call = Call::free_table;
  std::uint32_t table = 0;

  friend bool operator==(const KeptTableCall&, const KeptTableCall&) = default;
};

struct BestRouteCall {
  static constexpr Call call = Call::best_route;
  std::optional<std::uint64_t> luid;  // nullopt: NULL for InterfaceLuid
  std::uint32_t index = 0;
  std::optional<SocketAddress> source;
  std::optional<SocketAddress> destination;
  std::uint32_t sort_options = 0;
  bool null_best_route = false;
  bool null_best_source = false;

  friend bool operator==(const BestRouteCall&, const BestRouteCall&) = default;
};

// Registrations are numbered from 0 in the order of the script's NotifyCalls, including failed ones.
struct NotifyCall {
  static constexpr Call call = Call::notify_route_change;
  std::uint16_t family = unspecified_family;
  bool initial_notification = false;
  bool null_callback = false;
  bool null_handle = false;

  friend bool operator==(const NotifyCall&, const NotifyCall&) = default;
};

struct CancelCall {
  static constexpr Call call = Call::cancel_notification;
  std::uint32_t registration = 0;

  friend bool operator==(const CancelCall&, const CancelCall&) = default;
};

// Waits for `at_least` callbacks or until a time limit, then reports the callbacks not yet reported.
struct CollectCall {
  static constexpr Call call = Call::collect_notifications;
  std::uint32_t at_least = 0;

  friend bool operator==(const CollectCall&, const CollectCall&) = default;
};

// netioconf_advance (netioapi.h of netioconf). From the first of these calls in a script on, the clock
// of the implementation moves by these calls only.
struct AdvanceCall {
  static constexpr Call call = Call::advance_clock;
  std::uint32_t seconds = 0;

  friend bool operator==(const AdvanceCall&, const AdvanceCall&) = default;
};

struct LinkCall {
  static constexpr Call call = Call::get_link;
  std::optional<LinkRow> row;

  friend bool operator==(const LinkCall&, const LinkCall&) = default;
};

using Operation = std::variant<RouteCall, AnycastCall, TableCall, KeptTableCall, BestRouteCall,
                               NotifyCall, CancelCall, CollectCall, LinkCall, AdvanceCall>;

[[nodiscard]] Call call_of(const Operation& operation);

}  // namespace netioconf::oracle::inline model
