#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports {

// index.html: one page that needs nothing else and loads nothing. Where the build had Node.js it is the
// one of reports/web with the report inside, else the plain page.
[[nodiscard]] std::string html(const Report& report);

// What a page is about.
struct PageData {
  std::vector<nlohmann::ordered_json> reports;  // each as report.json has it
  std::vector<std::string> names = {};          // what to call them, where not by their implementations
  nlohmann::ordered_json comparison = nullptr;  // what they differ in, where they were compared
  nlohmann::ordered_json changes = nullptr;     // what became of the first, where there are two
};
[[nodiscard]] PageData page_data(const Report& report);

// The page about these. Empty where the build had no Node.js.
[[nodiscard]] std::string html(const PageData& data);

// A page of the build (bundle.h) with the data inside; whatever they hold, it stays data.
[[nodiscard]] std::string filled(std::string_view bundle, const PageData& data);

}  // namespace netioconf::reports
