#pragma once

#include <string>
#include <vector>

namespace netioconf::conformance::repository {

// Lists the pages of reports/findings/ that are about one of these rules, readings or scripts.
void print_findings_about(const std::vector<std::string>& ids);

}  // namespace netioconf::conformance::repository
