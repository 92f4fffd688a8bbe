#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "reports/report.pb.h"

namespace netioconf::reports::stored {

// What is in the folder of a result, and in that of a run that has begun and not written its result.
inline constexpr std::string_view report_name = "report.json";
inline constexpr std::string_view unfinished_name = "unfinished.json";

// Reads the text of a report.json, also in the format before. The error is one line: "FILE:LINE: problem
// and fix". If a member has the wrong type, the error names the member instead of the line.
[[nodiscard]] std::expected<Report, std::string> parse_report(std::string_view text,
                                                              const std::string& path);

// Whether a text that parse_report read is what this program writes of the report, or has the same
// members in the format before.
[[nodiscard]] bool is_as_written(std::string_view text, const Report& report);

// The text of a report.json, decompressed if its name ends in .gz. The error is one line.
[[nodiscard]] std::expected<std::string, std::string> read_text(const std::filesystem::path& file);

// Reads a report.json, or the one in a folder. Its name ends in .gz if it is compressed.
[[nodiscard]] std::expected<Report, std::string> read_report(const std::filesystem::path& path);

// The path of the report.json that a user names: the file, or the one in the folder, which may be
// compressed.
[[nodiscard]] std::filesystem::path report_path(const std::filesystem::path& named);

}  // namespace netioconf::reports::stored
