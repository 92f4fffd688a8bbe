#pragma once

#include "oracle/rules/route_conditions.h"

namespace netioconf::oracle::rules {

// The refusals of each call with a route row.
[[nodiscard]] std::span<const Refusal<RouteSituation>> create_route_refusals();
[[nodiscard]] std::span<const Refusal<RouteSituation>> set_route_refusals();
[[nodiscard]] std::span<const Refusal<RouteSituation>> get_route_refusals();
[[nodiscard]] std::span<const Refusal<RouteSituation>> delete_route_refusals();

// The refusals of `call`; empty for initialize_route, which cannot fail.
[[nodiscard]] std::span<const Refusal<RouteSituation>> route_refusals(Call call);

}  // namespace netioconf::oracle::rules
