#pragma once

#include <string>
#include <string_view>

namespace netioconf::reports {

// What a golden file holds. With NETIOCONF_UPDATE_GOLDEN=1 it is written first.
[[nodiscard]] std::string golden(const std::string& path, const std::string& written);

// Stands for the page of reports/web, which the build bundles: what is pinned is what it is given.
inline constexpr std::string_view page_skeleton =
    "<!-- reports/web -->\n<script type=\"application/json\" id=\"data\"></script>\n";

}  // namespace netioconf::reports
