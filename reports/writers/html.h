#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports::writers {

// index.html: the page of reports/web with the report inside. It loads nothing. Empty if the build had
// no Node.js.
[[nodiscard]] std::string html(const Report& report);

// The data of a page.
struct PageData {
  std::vector<nlohmann::ordered_json> reports;  // each in the form of report.json
  std::vector<std::string> names = {};  // labels of the reports; empty: the names of the implementations
  nlohmann::ordered_json comparison = nullptr;  // the differences, if the reports were compared
  nlohmann::ordered_json changes = nullptr;     // the changes from the first report to the second
};
[[nodiscard]] PageData page_data(const Report& report);

// The page with these data. Empty if the build had no Node.js.
[[nodiscard]] std::string html(const PageData& data);

// The data as the page reads them: JSON that it parses.
[[nodiscard]] std::string page_json(const PageData& data);

// A page of the build (bundle.h) with the data inside, compressed. Nothing in the data is interpreted as
// markup.
[[nodiscard]] std::string filled(std::string_view bundle, const PageData& data);

}  // namespace netioconf::reports::writers
