#pragma once

#include "reports/document/document.h"
#include "reports/model/report.h"

namespace netioconf::reports::document {

// A case for each script, in the suite of its folder, which is a rule, and one for each entry of the
// known list that no longer holds. New deviations fail. Known deviations, undecided and skipped scripts
// are skipped, with the reason.
[[nodiscard]] std::vector<Case> script_cases(const Report& report);

}  // namespace netioconf::reports::document
