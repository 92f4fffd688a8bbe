#pragma once

#include <string>
#include <string_view>

namespace netioconf::reports {

// The content of a golden file. With NETIOCONF_UPDATE_GOLDEN=1 the file is written first.
[[nodiscard]] std::string golden(const std::string& path, const std::string& written);

// Stands for the page of reports/web, which the build bundles: the golden file pins only the data.
inline constexpr std::string_view page_skeleton =
    "<!-- reports/web -->\n<script type=\"application/json\" id=\"data\"></script>\n";

}  // namespace netioconf::reports
