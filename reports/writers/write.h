#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports::writers {

// Writes report.json, junit.xml, results.sarif, summary.md and index.html into a directory, which is
// created if it does not exist. Each file is written completely or left unchanged. If one cannot be
// written, none is changed, unless the last step, the renaming, fails. The error is one line: problem,
// path, fix.
[[nodiscard]] std::expected<void, std::string> write_reports(const Report& report,
                                                             const std::filesystem::path& directory);

// A file and its content.
struct File {
  std::filesystem::path path;
  std::string content;
};

// Writes files of one directory in the same way. Their paths are relative to it.
[[nodiscard]] std::expected<void, std::string> write_folder(const std::filesystem::path& directory,
                                                            const std::vector<File>& files);

// Writes one file in the same way.
[[nodiscard]] std::expected<void, std::string> write_file(const std::filesystem::path& path,
                                                          const std::string& content);

}  // namespace netioconf::reports::writers
