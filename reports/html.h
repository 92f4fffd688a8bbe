#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "reports/report.h"

namespace netioconf::reports {

// index.html: one page that needs nothing else and loads nothing. Where the build had Node.js it is the
// one of reports/web with the report inside, else the plain page.
[[nodiscard]] std::string html(const Report& report);

// The page about several reports, each as report.json has it, for instance of several implementations.
// Empty where the build had no Node.js.
[[nodiscard]] std::string html(std::span<const nlohmann::ordered_json> reports);

// A page of the build (bundle.h) with the reports inside; whatever they hold, it stays data.
[[nodiscard]] std::string filled(std::string_view bundle,
                                 std::span<const nlohmann::ordered_json> reports);

}  // namespace netioconf::reports
