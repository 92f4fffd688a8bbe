#pragma once

#include <string>

#include "reports/report.h"

namespace netioconf::reports {

// report.json, as reports/report.schema.json describes it: nothing of the report is lost but the raw
// bytes of rows, which are in the scripts and in recorded traces.
[[nodiscard]] std::string json(const Report& report);

}  // namespace netioconf::reports
