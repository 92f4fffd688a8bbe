#pragma once

#include <optional>
#include <string>
#include <vector>

namespace netioconf::conformance::repository {

// The page of the finding with this id, as "R10"; nullopt if there is none.
[[nodiscard]] std::optional<std::string> finding_page(const std::string& id);

// The ids of all findings.
[[nodiscard]] std::vector<std::string> finding_names();

// Lists the pages of reports/findings/ that are about one of these rules, readings or scripts.
void print_findings_about(const std::vector<std::string>& ids);

}  // namespace netioconf::conformance::repository
