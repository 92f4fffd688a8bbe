#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "reports/diff/comparison.h"
#include "reports/writers/html.h"

namespace netioconf::reports::diff::render {

// report.json of a comparison, as comparison.schema.json describes it. It contains the report of each
// implementation.
[[nodiscard]] std::string json(const Comparison& comparison);

// The same without the reports.
[[nodiscard]] nlohmann::ordered_json json_value(const Comparison& comparison);

// index.html: the page with all reports and their differences. Empty if the build had no Node.js.
[[nodiscard]] std::string html(const Comparison& comparison);
[[nodiscard]] writers::PageData page_data(const Comparison& comparison);

}  // namespace netioconf::reports::diff::render
