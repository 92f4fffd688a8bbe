#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "reports/model/report.h"

namespace netioconf::reports::writers {

// Increased together with the format in report.schema.json.
inline constexpr int report_format = 2;

// report.json, as reports/model/report.schema.json describes it. It contains the whole report except the
// raw bytes of rows, which are in the scripts and in recorded traces.
[[nodiscard]] std::string json(const Report& report);

// The same as a JSON value.
[[nodiscard]] nlohmann::ordered_json json_value(const Report& report);

}  // namespace netioconf::reports::writers
