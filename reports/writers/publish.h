#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "reports/writers/formats.h"

namespace netioconf::reports::writers {

// The result of a run, ready to be written.
struct Publication {
  std::function<Source()> source;          // of its files
  std::string text;                        // for standard output
  std::expected<int, std::string> status;  // the exit status, or in one line why there is no result
};

// Writes the files to `out`, unless it is nullopt, then prints the text. The result is the exit status.
[[nodiscard]] int publish(const Publication& publication,
                          const std::optional<std::filesystem::path>& out, const SourceRoot& root);

}  // namespace netioconf::reports::writers
