#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "reports/document/document.h"
#include "reports/writers/formats.h"
#include "reports/writers/source_root.h"
#include "reports/writers/text_style.h"

namespace netioconf::reports::writers {

// Where the result of a run goes.
struct Destination {
  std::optional<std::filesystem::path> out;  // nullopt: no files are written
  SourceRoot source_root;
  TextStyle style;          // of standard output
  bool for_github = false;  // standard output is the log of a job on GitHub
};

// The result of a run, ready to be written.
struct Publication {
  std::function<Source()> source;          // of its files
  document::Document shown;                // on standard output
  std::expected<int, std::string> status;  // the exit status, or in one line why there is no result
};

// Writes the files, then prints the document. The result is the exit status.
[[nodiscard]] int publish(const Publication& publication, const Destination& destination);

}  // namespace netioconf::reports::writers
