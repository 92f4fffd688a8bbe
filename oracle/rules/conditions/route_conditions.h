#pragma once

#include "oracle/rules/conditions/route_situation.h"

// Conditions of which several checks of a route row consist.
namespace netioconf::oracle::rules::inline conditions::route {

[[nodiscard]] bool destination_is_ip(const RouteSituation& situation);
[[nodiscard]] bool next_hop_is_ip(const RouteSituation& situation);
[[nodiscard]] bool next_hop_is_given_on_loopback(const RouteSituation& situation);

[[nodiscard]] bool machine_lacks_family(const RouteSituation& situation);
// The machine has the stack, but the link hasn't.
[[nodiscard]] bool link_lacks_family(const RouteSituation& situation);

// A key that Create may refuse, so that possibly no route can have it.
[[nodiscard]] bool key_is_unusual(const RouteSituation& situation);
[[nodiscard]] bool no_route_matches(const RouteSituation& situation);

}  // namespace netioconf::oracle::rules::inline conditions::route
