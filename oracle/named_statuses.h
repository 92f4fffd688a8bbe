#pragma once

#include "oracle/operation.h"
#include "oracle/status.h"

namespace netioconf::oracle {

// The statuses that the pages of a call name, success included. Any other one belongs to their line
// "Other".
[[nodiscard]] StatusSet named_statuses(Call call);

}  // namespace netioconf::oracle
