#pragma once

#include <vector>

#include "oracle/model/finding.h"

namespace netioconf::oracle::rules::steps {

// What netioconf_reset did wrong (netioapi.h of netioconf): entries that it left, which the reads of the
// tables before the script show, and a host other than the wanted one, which the first step shows.
[[nodiscard]] std::vector<Mismatch> reset_mismatches(const Trace& trace, std::size_t step);

}  // namespace netioconf::oracle::rules::steps
