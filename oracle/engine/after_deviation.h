#pragma once

#include "oracle/model/finding.h"
#include "oracle/model/trace.h"

namespace netioconf::oracle::engine {

// Whether the deviation leaves no doubt about the tables: the call did not change them, and its reply
// says nothing of them or is explained by other readings.
[[nodiscard]] bool says_nothing_of_tables(const Finding& finding, const Step& step);

}  // namespace netioconf::oracle::engine
