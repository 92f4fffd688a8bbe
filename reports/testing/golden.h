#pragma once

#include <string>

namespace netioconf::reports {

// The content of a golden file. With NETIOCONF_UPDATE_GOLDEN=1 the file is written first.
[[nodiscard]] std::string golden(const std::string& path, const std::string& written);

}  // namespace netioconf::reports
