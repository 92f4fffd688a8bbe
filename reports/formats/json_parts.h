#pragma once

#include <nlohmann/json.hpp>

#include "reports/model/report.h"

// Builders for the members of report.json.
namespace netioconf::reports::formats {

template <class Items, class Write>
nlohmann::ordered_json json_list(const Items& items, Write write) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& item : items) list.push_back(write(item));
  return list;
}

[[nodiscard]] nlohmann::ordered_json json_of(const Counts& counts);
[[nodiscard]] nlohmann::ordered_json json_of(const oracle::Host& host);
[[nodiscard]] nlohmann::ordered_json json_of(const Report& report,
                                             const std::vector<oracle::Evidence>& evidence);

// Everything that repeats a script by itself: the exports, and the script in text form.
[[nodiscard]] nlohmann::ordered_json exports_json(const std::vector<Export>& programs,
                                                  const oracle::Trace& trace,
                                                  const std::string& comment);

// A script. If it deviates, with all of its steps, otherwise with the steps that do not conform.
[[nodiscard]] nlohmann::ordered_json json_of(const Report& report, const ScriptResult& script);

}  // namespace netioconf::reports::formats
