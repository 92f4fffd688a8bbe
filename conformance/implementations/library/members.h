#pragma once

#include <array>
#include <string>
#include <tuple>
#include <type_traits>
#include <variant>

#include "conformance/implementations/api/transport.h"

namespace netioconf::conformance::implementations::library {

// What a child reports after it has loaded the implementation.
struct Abilities {
  std::array<std::uint8_t, oracle::call_count> calls{};  // 1: the function exists
  std::uint8_t reset = 0;

  friend bool operator==(const Abilities&, const Abilities&) = default;
};
struct Failure {
  std::string why;  // one line

  friend bool operator==(const Failure&, const Failure&) = default;
};
using Greeting = std::variant<Failure, Abilities>;

// Requests and answers. A HostRequest gets a HostResponse. A Batch gets a Begun and then, if that is
// empty, a Reply for each operation.
struct HostRequest {
  friend bool operator==(const HostRequest&, const HostRequest&) = default;
};
using ChildRequest = std::variant<HostRequest, Batch>;
using HostResponse = std::variant<Failure, oracle::Host>;
using Begun = std::string;  // not empty: the reason why the batch was refused

// Types that can be copied byte by byte: numbers and rows without padding.
template <class Value>
inline constexpr bool is_raw =
    std::is_integral_v<Value> || std::is_same_v<Value, oracle::SocketAddress> ||
    std::is_same_v<Value, oracle::RouteRow> || std::is_same_v<Value, oracle::AnycastRow> ||
    std::is_same_v<Value, Abilities>;
static_assert(std::has_unique_object_representations_v<oracle::RouteRow>);
static_assert(std::has_unique_object_representations_v<oracle::AnycastRow>);
static_assert(std::has_unique_object_representations_v<Abilities>);

// The last enumerator, to detect invalid numbers.
constexpr oracle::Call last_of(oracle::Call) { return oracle::Call::reread_table; }
constexpr oracle::Ending last_of(oracle::Ending) { return oracle::Ending::unavailable; }
constexpr Start last_of(Start) { return Start::reset; }

// References to every member, in order, of a constant or changeable aggregate.
template <class Aggregate>
auto members(Aggregate& value) {
  using Plain = std::remove_const_t<Aggregate>;
  if constexpr (std::is_same_v<Plain, oracle::RouteCall> || std::is_same_v<Plain, oracle::AnycastCall>) {
    return std::tie(value.call, value.row, value.misalignment);
  } else if constexpr (std::is_same_v<Plain, oracle::TableCall>) {
    return std::tie(value.call, value.family, value.null_table, value.keep);
  } else if constexpr (std::is_same_v<Plain, oracle::KeptTableCall>) {
    return std::tie(value.call, value.table);
  } else if constexpr (std::is_same_v<Plain, oracle::BestRouteCall>) {
    return std::tie(value.luid, value.index, value.source, value.destination, value.sort_options,
                    value.null_best_route, value.null_best_source);
  } else if constexpr (std::is_same_v<Plain, oracle::NotifyCall>) {
    return std::tie(value.family, value.initial_notification, value.null_callback, value.null_handle);
  } else if constexpr (std::is_same_v<Plain, oracle::CancelCall>) {
    return std::tie(value.registration);
  } else if constexpr (std::is_same_v<Plain, oracle::CollectCall>) {
    return std::tie(value.at_least);
  } else if constexpr (std::is_same_v<Plain, oracle::LinkCall>) {
    return std::tie(value.row);
  } else if constexpr (std::is_same_v<Plain, oracle::LinkRow>) {
    return std::tie(value.family, value.luid, value.index, value.metric);
  } else if constexpr (std::is_same_v<Plain, oracle::Link>) {
    return std::tie(value.luid, value.index, value.ipv4, value.ipv6, value.routes, value.loopback,
                    value.ipv4_metric, value.ipv6_metric);
  } else if constexpr (std::is_same_v<Plain, oracle::Host>) {
    return std::tie(value.ipv4, value.ipv6, value.links);
  } else if constexpr (std::is_same_v<Plain, Batch>) {
    return std::tie(value.start, value.host, value.operations);
  } else if constexpr (std::is_same_v<Plain, Failure>) {
    return std::tie(value.why);
  } else if constexpr (std::is_same_v<Plain, HostRequest>) {
    return std::tuple<>{};
  } else if constexpr (std::is_same_v<Plain, oracle::Notification>) {
    return std::tie(value.registration, value.type, value.row);
  } else if constexpr (std::is_same_v<Plain, oracle::TableReply>) {
    return std::tie(value.null_pointer, value.readable, value.row_count, value.routes, value.anycasts);
  } else {
    static_assert(std::is_same_v<Plain, oracle::Reply>);
    return std::tie(value.ending, value.detail, value.decided_by, value.status, value.wrote_outside,
                    value.route, value.anycast, value.link, value.best_source, value.table,
                    value.notifications);
  }
}

}  // namespace netioconf::conformance::implementations::library
