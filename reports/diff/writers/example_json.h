#pragma once

#include <nlohmann/json_fwd.hpp>

#include "reports/diff/comparison.h"

namespace netioconf::reports {

// The shortest script of a difference: the script, the machine, and step by step what each of those that
// take part answered.
[[nodiscard]] nlohmann::ordered_json example_json(const Difference& difference);

}  // namespace netioconf::reports
