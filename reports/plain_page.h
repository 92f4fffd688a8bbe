#pragma once

#include <string>

#include "reports/report.h"

namespace netioconf::reports {

// The text report as one page that runs no script: what index.html is where the build had no Node.js.
[[nodiscard]] std::string plain_page(const Report& report);

}  // namespace netioconf::reports
