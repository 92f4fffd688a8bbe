#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "reports/diff/changes.h"
#include "reports/writers/html.h"

// A report compared with an earlier one, in each of the formats. An added or changed deviation is a
// failure; an unchanged or missing one is not.
namespace netioconf::reports::diff::render {

[[nodiscard]] std::string text(const Changes& changes);
[[nodiscard]] std::string markdown(const Changes& changes);
[[nodiscard]] std::string junit(const Changes& changes);
[[nodiscard]] std::string sarif(const Changes& changes);
[[nodiscard]] std::string html(const Changes& changes);
[[nodiscard]] writers::PageData page_data(const Changes& changes);

// report.json, as changes.schema.json describes it.
[[nodiscard]] std::string json(const Changes& changes);
[[nodiscard]] nlohmann::ordered_json json_value(const Changes& changes);

// "2 added, 1 gone, none changed, 30 unchanged"
[[nodiscard]] std::string verdict_text(const Changes& changes);

}  // namespace netioconf::reports::diff::render
