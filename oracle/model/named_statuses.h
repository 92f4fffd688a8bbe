#pragma once

#include "oracle/model/operation.h"
#include "oracle/model/status.h"

namespace netioconf::oracle {

// The statuses that the pages of a call name, success included. Any other one belongs to their line
// "Other".
[[nodiscard]] StatusSet named_statuses(Call call);

}  // namespace netioconf::oracle
