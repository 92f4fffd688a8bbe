#pragma once

#include <nlohmann/json_fwd.hpp>

namespace netioconf::reports::stored {

// A report in format 2 becomes one in format 3. Throws what nlohmann/json throws if a member that it
// moves is missing or has the wrong type.
void adapt_format_2(nlohmann::json& report);

}  // namespace netioconf::reports::stored
