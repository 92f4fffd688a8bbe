#pragma once

#include "oracle/state/pending.h"
#include "oracle/rules/route_situation.h"

namespace netioconf::oracle {

// What a successful create_route puts into the table. The situation must have a link.
[[nodiscard]] RouteEntry created(const RouteSituation& situation);

// What a successful set_route makes of the entry: everything is new but the key, Age and Origin.
// SetIpForwardEntry2, Remarks. The situation must have an entry.
[[nodiscard]] RouteEntry changed(const RouteSituation& situation);

// Whether a Set that makes the one of the other is a change that others must hear of. Members that the
// stack has chosen or adjusted may be the same to it.
[[nodiscard]] Promise promise_of_set(const RouteEntry& before, const RouteEntry& after);

// Names what is not as InitializeIpForwardEntry, Remarks, says it must be.
void compare_initialized(const RouteRow& row, Explanation& explanation);

}  // namespace netioconf::oracle
