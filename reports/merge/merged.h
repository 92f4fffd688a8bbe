#pragma once

#include <string_view>

#include "reports/merge/parts.h"

namespace netioconf::reports::merge {

// One report of all parts. Counts are added up. Each kind of deviation has its shortest example, then
// the first by name, then by content. A question follows the answers that all parts leave open. If a
// part did not end or is missing, the report has no verdict unless something deviates. `today` is
// YYYY-MM-DD.
[[nodiscard]] Report merged(const PartSet& parts, std::string_view today);

}  // namespace netioconf::reports::merge
