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

// What a page is about.
struct PageData {
  std::span<const nlohmann::ordered_json> reports;  // each as report.json has it
  std::span<const std::string> names = {};  // what to call them, where not by their implementations
  const nlohmann::ordered_json* comparison = nullptr;  // what they differ in, where they were compared
  const nlohmann::ordered_json* changes = nullptr;     // what became of the first, where there are two
};

// The page about several reports. Empty where the build had no Node.js.
[[nodiscard]] std::string html(const PageData& data);

// A page of the build (bundle.h) with the data inside; whatever they hold, it stays data.
[[nodiscard]] std::string filled(std::string_view bundle, const PageData& data);

}  // namespace netioconf::reports
