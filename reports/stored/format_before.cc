#include "reports/stored/format_before.h"

#include <nlohmann/json.hpp>

namespace netioconf::reports::stored {

using nlohmann::json;

void adapt_format_3(json& report) {
  report["format"] = 4;
  for (json& sample : report.at("series")) {
    sample["kinds_of_deviation"] = sample.at("findings");
    sample.erase("findings");
  }
}

}  // namespace netioconf::reports::stored
