#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "reports/comparison.pb.h"
#include "reports/model/report.h"
#include "reports/writers/source_root.h"

namespace netioconf::conformance::search {

// Where the files of a run go.
struct Destination {
  std::optional<std::filesystem::path> out;  // nullopt: none are written
  reports::writers::SourceRoot source_root;
};

// What a run says at its end.
struct Conclusion {
  std::string text;
  std::string nothing_judged;               // the one line for a run without any verdict
  const reports::Changes* since = nullptr;  // an earlier report, if there is one
};

// Writes the files of a run, with the programs that repeat each finding. Then prints the text and
// returns the exit status.
[[nodiscard]] int publish(const reports::Report& report, const Destination& destination,
                          Conclusion conclusion);

// The same with the text of the report, for a live run.
[[nodiscard]] int publish(const reports::Report& report, const Destination& destination);

}  // namespace netioconf::conformance::search
