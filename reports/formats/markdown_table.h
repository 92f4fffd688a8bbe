#pragma once

#include <string>
#include <vector>

namespace netioconf::reports {

// A table of at most 100 rows, and how many more there are. The cells must be Markdown already.
[[nodiscard]] std::string markdown_table(const std::vector<std::string>& head,
                                         const std::vector<std::vector<std::string>>& rows);

}  // namespace netioconf::reports
