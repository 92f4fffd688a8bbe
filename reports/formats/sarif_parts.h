#pragma once

#include <string>

#include "reports/formats/json.h"

// Builds results.sarif.
namespace netioconf::reports::formats::sarif_parts {

[[nodiscard]] inline Json message(const std::string& text) { return {{"text", text}}; }

// A location in a file. A script that is in no file is represented by its name.
[[nodiscard]] Json location(const std::string& path, int line);

struct SarifRun {
  std::string version;
  std::string command;
  bool successful = true;
  Json rules;
  Json results;
  Json notifications;
};
[[nodiscard]] std::string document(const SarifRun& run);

}  // namespace netioconf::reports::formats::sarif_parts
