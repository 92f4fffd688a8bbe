#pragma once

#include <vector>

#include "oracle/model/calls.h"
#include "oracle/model/samples.h"
#include "oracle/model/trace.h"

// Calls, and calls with their replies, for examples and tests.
namespace netioconf::oracle::inline model {

namespace number {
inline constexpr std::uint32_t success = 0;
inline constexpr std::uint32_t invalid_parameter = 87;
inline constexpr std::uint32_t not_found = 1168;
inline constexpr std::uint32_t not_supported = 50;
inline constexpr std::uint32_t already_exists = 5010;
inline constexpr std::uint32_t duplicate_objectid = 0xC000022A;
inline constexpr std::uint32_t file_not_found = 2;
inline constexpr std::uint32_t access_denied = 5;
inline constexpr std::uint32_t general_failure = 31;
}  // namespace number

template <class Row>
[[nodiscard]] Operation create(const Row& row) {
  return CallOn<Row>{.call = create_call<Row>, .row = row};
}
template <class Row>
[[nodiscard]] Operation get(const Row& row) {
  return CallOn<Row>{.call = get_call<Row>, .row = row};
}
template <class Row>
[[nodiscard]] Operation remove(const Row& row) {
  return CallOn<Row>{.call = delete_call<Row>, .row = row};
}
[[nodiscard]] Operation set(const RouteRow& row);
[[nodiscard]] Operation best_route_to(const SocketAddress& destination, std::uint64_t luid = first_luid);

// The status, with the caller's row as the call got it.
[[nodiscard]] Reply reply_with_own_row(const Operation& operation, std::uint32_t status);

// The call returned the number and did not change the caller's row.
[[nodiscard]] Step answered(const Operation& operation, std::uint32_t status);
// The call did not return.
[[nodiscard]] Step ended(const Operation& operation, Ending ending);

template <class Row>
[[nodiscard]] Step created(const Row& row) {
  return answered(create(row), number::success);
}
template <class Row>
[[nodiscard]] Step refused(const Row& row, std::uint32_t status) {
  return answered(create(row), status);
}
template <class Row>
[[nodiscard]] Step removed(const Row& row) {
  return answered(remove(row), number::success);
}
[[nodiscard]] Step was_set(const RouteRow& row);

// Get with the key members of `row`, answered by `seen`.
template <class Row>
[[nodiscard]] Step read(const Row& row, const std::type_identity_t<Row>& seen) {
  Step step = answered(get(row), number::success);
  step.reply.*PlacesOf<Row>::in_reply = seen;
  return step;
}
template <class Row>
[[nodiscard]] Step read(const Row& row) {
  return read(row, row);
}

using RouteRows = std::vector<RouteRow>;
using AnycastRows = std::vector<AnycastRow>;
[[nodiscard]] Step table_of(const RouteRows& rows, std::uint16_t family = unspecified_family);
[[nodiscard]] Step anycast_table_of(const AnycastRows& rows, std::uint16_t family = unspecified_family);
// A table call that returned no table.
[[nodiscard]] Step no_table(Call call, std::uint32_t status, std::uint16_t family = unspecified_family);

[[nodiscard]] Step found_best(const Operation& search, const RouteRow& found);

[[nodiscard]] Step registered(const NotifyCall& call = {});
[[nodiscard]] Step cancelled(std::uint32_t registration = 0);
using Notifications = std::vector<Notification>;
[[nodiscard]] Step notified(const Notifications& notifications);
[[nodiscard]] Notification about(const RouteRow& row, std::uint32_t type,
                                 std::uint32_t registration = 0);

// netioconf_advance moved the clock.
[[nodiscard]] Step advanced(std::uint32_t seconds);

[[nodiscard]] Step link_read(const LinkRow& asked, const LinkRow& seen);

using Steps = std::vector<Step>;
[[nodiscard]] Trace trace_of(const Steps& steps, const Host& host = plain_host());

}  // namespace netioconf::oracle::inline model
