#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "corpora/files/files.h"
#include "reports/model/report.h"

namespace netioconf::reports::writers {

// Writes the files of a report into a directory, which is created if it does not exist. Each file is
// written completely or left unchanged. If one cannot be written, none is changed, unless the last step,
// the renaming, fails. The error is one line: problem, path, fix.
[[nodiscard]] std::expected<void, std::string> write_reports(const Report& report,
                                                             const std::filesystem::path& directory);

// Writes files of one directory in the same way. Their paths are relative to it.
[[nodiscard]] std::expected<void, std::string> write_folder(const std::filesystem::path& directory,
                                                            std::vector<corpora::files::File> files);

// The same with a page as index.html. An empty page, which a build without Node.js has, is not written,
// and an older one, which would show another report, is removed.
[[nodiscard]] std::expected<void, std::string> write_with_page(const std::filesystem::path& directory,
                                                               std::vector<corpora::files::File> files,
                                                               std::string page);

}  // namespace netioconf::reports::writers
