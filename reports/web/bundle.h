#pragma once

#include <string_view>

namespace netioconf::reports {

// The page of reports/web without any data, made by the build; empty where the build had no Node.js.
[[nodiscard]] std::string_view bundle();

}  // namespace netioconf::reports
