#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "conformance/merge/part_folders.h"
#include "reports/merge/parts.h"

namespace netioconf::conformance::merge {

// Writes everything but the merged report, so that the folder can be merged again. The error is one
// line.
[[nodiscard]] std::expected<void, std::string> write_folder(const PartFolders& results,
                                                            const reports::merge::PartSet& parts,
                                                            const std::filesystem::path& out);

// Whether the folder has a merged report already.
[[nodiscard]] bool is_merged_folder(const std::filesystem::path& folder);

}  // namespace netioconf::conformance::merge
