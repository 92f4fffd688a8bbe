#pragma once

#include <string>
#include <string_view>

#include "reports/model/report.h"

namespace netioconf::reports::writers {

// The text report as a page without scripts: index.html if the build had no Node.js.
[[nodiscard]] std::string plain_page(const Report& report);

// A text as such a page, for values that have no plain page of their own.
[[nodiscard]] std::string plain_page(std::string_view title, std::string_view text);

}  // namespace netioconf::reports::writers
