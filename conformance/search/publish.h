#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "reports/document/document.h"
#include "reports/model/report.h"
#include "reports/writers/text_style.h"

namespace netioconf::conformance::search {

struct PublishOptions {
  std::optional<std::filesystem::path> out;  // nullopt: no files
  reports::writers::TextStyle style{};
  std::optional<std::chrono::duration<double>> took = std::nullopt;
};

// Writes the files of a run, with the programs that repeat each finding. Then prints the document and
// returns the exit status. `nothing_judged` is the one line for a run without any verdict.
[[nodiscard]] int publish(const reports::Report& report, const PublishOptions& options,
                          reports::document::Document shown, std::string nothing_judged);

// The same with the document of the report, for a live run.
[[nodiscard]] int publish(const reports::Report& report, const PublishOptions& options);

}  // namespace netioconf::conformance::search
