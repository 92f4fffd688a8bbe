#pragma once

#include <string>
#include <string_view>

#include "reports/model/report.h"

namespace netioconf::reports {

// The text report as one page that runs no script: what index.html is where the build had no Node.js.
[[nodiscard]] std::string plain_page(const Report& report);

// A text as such a page, for what has no plain page of its own.
[[nodiscard]] std::string plain_page(std::string_view title, std::string_view text);

}  // namespace netioconf::reports
