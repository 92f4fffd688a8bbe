#pragma once

#include <vector>

#include "oracle/model/finding.h"

namespace netioconf::oracle::rules::steps {

// What the read of a table before the script shows of netioconf_reset (netioapi.h of netioconf): entries
// that it left, and a host other than the wanted one. Empty for any other step.
[[nodiscard]] std::vector<Mismatch> reset_mismatches(const Trace& trace, std::size_t step);

}  // namespace netioconf::oracle::rules::steps
