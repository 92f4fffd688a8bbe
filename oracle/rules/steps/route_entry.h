#pragma once

#include "oracle/rules/conditions/route_situation.h"
#include "oracle/state/pending.h"

namespace netioconf::oracle::rules::steps {

// The entry that a successful create_route adds. The situation must have a link.
[[nodiscard]] state::RouteEntry created(const RouteSituation& situation);

// The entry after a successful set_route: all members except the key, Age and Origin are new.
// SetIpForwardEntry2, Remarks. The situation must have an entry.
[[nodiscard]] state::RouteEntry changed(const RouteSituation& situation);

// Whether a Set that turns `before` into `after` must or may cause a notification. It may if the entries
// differ only in members that the stack may have chosen or adjusted, in metrics whose sums with the
// metric of the link may both be read as the largest number, or in lifetimes that read the same because
// they count down.
[[nodiscard]] state::Arrival arrival_after_set(readings::ChoiceEnumerator& choices, const Link& link,
                                               const state::RouteEntry& before,
                                               const state::RouteEntry& after);

// Reports the members that differ from what InitializeIpForwardEntry, Remarks, specifies.
void compare_initialized(const RouteRow& row, state::StepOutcome& outcome);

}  // namespace netioconf::oracle::rules::steps
