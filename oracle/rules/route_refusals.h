#pragma once

#include "oracle/rules/route_conditions.h"

namespace netioconf::oracle {

// The rules under which each call with a route's row fails.
[[nodiscard]] std::span<const Refusal<RouteSituation>> create_route_refusals();
[[nodiscard]] std::span<const Refusal<RouteSituation>> set_route_refusals();
[[nodiscard]] std::span<const Refusal<RouteSituation>> get_route_refusals();
[[nodiscard]] std::span<const Refusal<RouteSituation>> delete_route_refusals();

// The same by call; none for initialize_route, which can't fail.
[[nodiscard]] std::span<const Refusal<RouteSituation>> route_refusals(Call call);

}  // namespace netioconf::oracle
