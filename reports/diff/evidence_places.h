#pragma once

#include "reports/comparison.pb.h"

namespace netioconf::reports::diff {

// A comparison keeps no trace of the script that an earlier step belongs to, so it counts the calls
// ("call 3"). The report of the same implementation says which step of the script that is ("step 2").
// Takes the place from there, where it is.
void take_places_from_reports(Comparison& comparison);

}  // namespace netioconf::reports::diff
