#pragma once

#include <nlohmann/json_fwd.hpp>

#include "reports/diff/comparison.h"

namespace netioconf::reports::diff::render {

// The shortest script of a difference: the script, the host, and for each step the answers of the
// implementations that take part.
[[nodiscard]] nlohmann::ordered_json example_json(const Difference& difference);

}  // namespace netioconf::reports::diff::render
