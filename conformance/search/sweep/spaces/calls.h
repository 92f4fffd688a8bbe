#pragma once

#include <array>

#include "oracle/model/calls.h"

// Short functions that make operations.
namespace netioconf::conformance::search::sweep::spaces {

inline constexpr std::array route_lookups = {oracle::Call::set_route, oracle::Call::get_route,
                                             oracle::Call::delete_route};
inline constexpr std::array route_calls = {oracle::Call::create_route, oracle::Call::set_route,
                                           oracle::Call::get_route, oracle::Call::delete_route};
inline constexpr std::array anycast_lookups = {oracle::Call::get_anycast, oracle::Call::delete_anycast};
inline constexpr std::array anycast_calls = {oracle::Call::create_anycast, oracle::Call::get_anycast,
                                             oracle::Call::delete_anycast};

template <class Row>
[[nodiscard]] oracle::CallOn<Row> call(oracle::Call which, const Row& row) {
  return {.call = which, .row = row, .misalignment = 0};
}
template <class Row>
[[nodiscard]] oracle::CallOn<Row> create(const Row& row) {
  return call(oracle::create_call<Row>, row);
}

// The best route to the destination of a route, on the link that the route names.
[[nodiscard]] inline oracle::BestRouteCall best_route(const oracle::RouteRow& row) {
  oracle::BestRouteCall best;
  best.luid = row.luid;
  best.index = row.index;
  best.destination = row.destination.address;
  return best;
}

}  // namespace netioconf::conformance::search::sweep::spaces
