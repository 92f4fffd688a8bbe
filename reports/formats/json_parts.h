#pragma once

#include <nlohmann/json.hpp>

#include "reports/model/report.h"

// What the members of report.json are made of.
namespace netioconf::reports {

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

// What repeats a script by itself: the programs, and the script as it was asked.
[[nodiscard]] nlohmann::ordered_json exports_json(const std::vector<Export>& programs,
                                                  const oracle::Trace& trace,
                                                  const std::string& comment);

// Of a script with every step of it where it deviates, so that the way there can be followed; otherwise
// with the steps that do not conform.
[[nodiscard]] nlohmann::ordered_json json_of(const Report& report, const ScriptResult& script);

}  // namespace netioconf::reports
