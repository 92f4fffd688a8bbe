#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "reports/diff/changes.h"
#include "reports/diff/comparison.h"

namespace netioconf::reports::diff::render {

// Write the same five files as write_reports, in the same way.
[[nodiscard]] std::expected<void, std::string> write_comparison(const Comparison& comparison,
                                                                const std::filesystem::path& directory);
[[nodiscard]] std::expected<void, std::string> write_changes(const Changes& changes,
                                                             const std::filesystem::path& directory);

}  // namespace netioconf::reports::diff::render
