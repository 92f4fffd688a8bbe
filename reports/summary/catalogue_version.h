#pragma once

#include <string>

namespace netioconf::reports::inline summary {

// Differs if the rules and readings differ: 16 hexadecimal digits.
[[nodiscard]] std::string catalogue_version();

}  // namespace netioconf::reports::inline summary
