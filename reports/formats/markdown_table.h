#pragma once

#include <string>
#include <vector>

namespace netioconf::reports::formats {

using MarkdownRows = std::vector<std::vector<std::string>>;

// A table of at most 100 rows, followed by the number of omitted rows. The cells must already be
// Markdown.
[[nodiscard]] std::string markdown_table(const std::vector<std::string>& head, const MarkdownRows& rows);

}  // namespace netioconf::reports::formats
