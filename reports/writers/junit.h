#pragma once

#include <string>

#include "reports/model/report.h"

namespace netioconf::reports {

// junit.xml: a testsuite per folder of scripts, which is a rule, and a testcase per script. New
// deviations are failures; known ones, undecided and skipped scripts are skipped with the reason.
// Entries of the known list that no longer hold are failures of a testsuite of their own. There are no
// times in it.
[[nodiscard]] std::string junit(const Report& report);

}  // namespace netioconf::reports
