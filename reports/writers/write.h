#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "corpora/files/files.h"
#include "reports/writers/formats.h"

namespace netioconf::reports::writers {

// Writes files into a folder, which is created if it does not exist. Their paths are relative to it.
// Each file is written completely or left unchanged. If one cannot be written, none is changed, unless
// the last step, the renaming, fails. The error is one line: problem, path, fix.
[[nodiscard]] std::expected<void, std::string> write_folder(const std::filesystem::path& folder,
                                                            std::vector<corpora::files::File> files);

// Writes a result in all formats, and removes the note that the run has begun. A file that this build
// cannot write is removed, because it would show another result.
[[nodiscard]] std::expected<void, std::string> write_result(const Source& source,
                                                            const std::filesystem::path& folder);

}  // namespace netioconf::reports::writers
