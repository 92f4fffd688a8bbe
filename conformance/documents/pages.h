#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace netioconf::conformance::documents {

// "related-mib-ipforward-row2" and "MIB_IPFORWARD_ROW2" are the same page.
[[nodiscard]] std::string plain_name(std::string_view name);

using Pages = std::map<std::string, std::string>;  // texts by plain name

// The pages of a folder, NAME.md each. The error is one line.
[[nodiscard]] std::expected<Pages, std::string> read_pages(const std::filesystem::path& folder);

}  // namespace netioconf::conformance::documents
