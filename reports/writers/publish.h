#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace netioconf::reports::writers {

// The result of a run, ready to be written.
struct Publication {
  // Writes the files of the result into a folder. The error is one line.
  std::function<std::expected<void, std::string>(const std::filesystem::path&)> write_to;
  std::string text;                        // for standard output
  std::expected<int, std::string> status;  // the exit status, or in one line why there is no result
};

// Writes the files to `out`, unless it is nullopt, then prints the text. The result is the exit status.
[[nodiscard]] int publish(const Publication& publication,
                          const std::optional<std::filesystem::path>& out);

}  // namespace netioconf::reports::writers
