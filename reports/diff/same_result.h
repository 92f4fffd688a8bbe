#pragma once

#include <string>
#include <vector>

#include "reports/report.pb.h"

namespace netioconf::reports::diff {

// Where two reports have different results: the outcome, what is known of each rule, the answer to each
// question; or were judged differently: by another profile, by another catalogue, strictly. Each is one
// line, "route.lifetimes: conforms, now deviates". Scripts and counts may differ.
[[nodiscard]] std::vector<std::string> result_differences(const Report& before, const Report& now);

}  // namespace netioconf::reports::diff
