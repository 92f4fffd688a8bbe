#pragma once

#include <string>

#include "reports/report.h"

namespace netioconf::reports {

// index.html: the text report as one page that needs nothing else, no script, no network.
[[nodiscard]] std::string html(const Report& report);

}  // namespace netioconf::reports
