#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "reports/model/report.h"

namespace netioconf::conformance::compare {

// The changes since an earlier report.json: new, removed and changed rules, then the changed verdicts by
// the rule that changed them. The error is one line.
[[nodiscard]] std::expected<std::string, std::string> changes_since(const std::filesystem::path& earlier,
                                                                    const reports::Report& now);

}  // namespace netioconf::conformance::compare
