#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports {

// Writes report.json, junit.xml, results.sarif, summary.md and index.html into a directory, which is
// made if it isn't there. Each file is there whole or as it was before; where one cannot be written,
// none is changed unless the very last step, the renaming, fails. The error is one line: what, where,
// how to mend it.
[[nodiscard]] std::expected<void, std::string> write_reports(const Report& report,
                                                             const std::filesystem::path& directory);

// A file and what is to be in it.
struct File {
  std::filesystem::path path;
  std::string content;
};

// Files of one directory, in the same way; their paths are below it.
[[nodiscard]] std::expected<void, std::string> write_folder(const std::filesystem::path& directory,
                                                            const std::vector<File>& files);

// One file, in the same way.
[[nodiscard]] std::expected<void, std::string> write_file(const std::filesystem::path& path,
                                                          const std::string& content);

}  // namespace netioconf::reports
