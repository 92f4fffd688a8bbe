#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "reports/model/report.h"

namespace netioconf::conformance {

// What is judged otherwise than in an earlier report.json: rules that came, went or were changed, then
// the verdicts by the rule that changed them. The error is one line.
[[nodiscard]] std::expected<std::string, std::string> changes_since(const std::filesystem::path& earlier,
                                                                    const reports::Report& now);

}  // namespace netioconf::conformance
