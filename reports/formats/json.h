#pragma once

#include <nlohmann/json.hpp>

namespace netioconf::reports::formats {

// Keeps the members of an object in the order in which they were added, so that a report always has the
// same bytes.
using Json = nlohmann::ordered_json;

}  // namespace netioconf::reports::formats
