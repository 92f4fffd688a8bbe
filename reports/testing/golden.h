#pragma once

#include <string>

namespace netioconf::reports {

// What a golden file holds. With NETIOCONF_UPDATE_GOLDEN=1 it is written first.
[[nodiscard]] std::string golden(const std::string& path, const std::string& written);

}  // namespace netioconf::reports
