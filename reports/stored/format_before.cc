#include "reports/stored/format_before.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace netioconf::reports::stored {

using nlohmann::json;

void adapt_format_2(json& report) {
  report["format"] = 3;
  report["mutants"] = std::exchange(report["hunted"], json::array());
  report.erase("hunted");
  json& scripts = report.at("scripts");
  for (json& script : scripts) {
    for (json& step : script.at("findings"))
      step["probe"] = step.at("place").get<std::string>().starts_with("the tables ");
  }
  if (json& known = report.at("known"); known.is_object()) {
    for (json& entry : known.at("entries")) {
      entry["call"] = entry.at("function");
      entry.erase("function");
    }
  }
  for (json& group : report.at("groups")) {
    json& shortest = group.at("shortest");
    scripts.at(shortest.at("index").get<std::size_t>())["replay"] = shortest.at("replay");
    for (const char* member : {"path", "place", "replay"}) shortest.erase(member);
  }
}

}  // namespace netioconf::reports::stored
