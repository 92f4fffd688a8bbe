#pragma once

#include <string>

#include "reports/model/report.h"

namespace netioconf::reports::writers {

// junit.xml: a testsuite for each folder of scripts, which is a rule, and a testcase for each script.
// New deviations are failures. Known deviations, undecided and skipped scripts are skipped, with the
// reason. Entries of the known list that no longer hold are failures of a separate testsuite. The file
// contains no times.
[[nodiscard]] std::string junit(const Report& report);

}  // namespace netioconf::reports::writers
