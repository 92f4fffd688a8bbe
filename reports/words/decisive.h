#pragma once

#include <string>

#include "reports/report.pb.h"

namespace netioconf::reports::words {

// "invalid_parameter or not_found"; "any failure" or "anything" for all of them.
[[nodiscard]] std::string allowed_text(const StepResult& step);

// What decides a deviation, in one line: "CreateIpForwardEntry2: success, must be invalid_parameter",
// "GetIpForwardEntry2: Metric is 0, must be 5". `step` is the step that shows the group.
[[nodiscard]] std::string decisive_text(const Group& group, const StepResult& step);

}  // namespace netioconf::reports::words
