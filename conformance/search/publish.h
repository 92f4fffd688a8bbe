#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "reports/comparison.pb.h"
#include "reports/document/document.h"
#include "reports/model/report.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::search {

using RunTime = std::chrono::duration<double>;

// What a run says at its end.
struct Conclusion {
  reports::document::Document shown;
  std::string nothing_judged;               // the one line for a run without a verdict
  const reports::Changes* since = nullptr;  // an earlier report, if there is one
  std::optional<RunTime> took = std::nullopt;
};

// Writes the files of a run, with the programs that repeat each finding. Then prints the document and
// returns the exit status.
[[nodiscard]] int publish(const reports::Report& report,
                          const reports::writers::Destination& destination, Conclusion conclusion);

// The same with the document of the report, for a live run.
[[nodiscard]] int publish(reports::Report report, const reports::writers::Destination& destination,
                          std::optional<RunTime> took = std::nullopt);

// Where a user finds why a run judged nothing.
[[nodiscard]] std::string place_of_reasons(const reports::writers::TextStyle& style);

}  // namespace netioconf::conformance::search
