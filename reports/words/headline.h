#pragma once

#include <string>

#include "reports/model/report.h"

// A deviation in one line.
namespace netioconf::reports::words {

// "invalid_parameter or not_found"; "any failure", "anything" for all of them.
[[nodiscard]] std::string allowed_text(const StepResult& step);

// What was observed and what must be: "DeleteIpForwardEntry2: success, must be not_found",
// "GetIpForwardEntry2: Metric is 0, must be 5", "CreateIpForwardEntry2: crashed: SIGSEGV".
[[nodiscard]] std::string headline(const Report& report, const Group& group);

// The answers to a question other than those that an earlier step followed: "prefix + next hop".
[[nodiscard]] std::string other_answers(const Report& report, const EvidenceWords& evidence);

}  // namespace netioconf::reports::words
