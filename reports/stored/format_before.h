#pragma once

#include <nlohmann/json_fwd.hpp>

namespace netioconf::reports::stored {

// A report in format 3 becomes one in format 4. Throws what nlohmann/json throws if a member that it
// moves is missing or has the wrong type.
void adapt_format_3(nlohmann::json& report);

}  // namespace netioconf::reports::stored
