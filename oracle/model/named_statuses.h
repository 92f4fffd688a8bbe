#pragma once

#include "oracle/model/operation.h"
#include "oracle/model/status.h"

namespace netioconf::oracle::inline model {

// The statuses that the pages of a call name, including success. All other statuses fall under the line
// "Other" of the pages.
[[nodiscard]] StatusSet named_statuses(Call call);

}  // namespace netioconf::oracle::inline model
