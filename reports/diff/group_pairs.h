#pragma once

#include "reports/comparison.pb.h"

namespace netioconf::reports::diff {

// Pairs the groups of two reports and adds what became of each: added, gone, changed, unchanged; each in
// the order of the reports.
void add_group_changes(const Report& before, const Report& after, Changes& changes);

}  // namespace netioconf::reports::diff
