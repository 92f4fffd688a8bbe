#pragma once

#include <string>

#include "reports/comparison.pb.h"
#include "reports/document/document.h"

namespace netioconf::reports::document {

// The baselineState of SARIF of a deviation: "new", "absent", "updated" or "unchanged".
[[nodiscard]] std::string baseline_of(const Change& change);

// The document of a report whose findings say what became of them since an earlier report. The
// deviations of the earlier report that are gone are added.
[[nodiscard]] Document with_baseline(Document document, const Changes& since);

}  // namespace netioconf::reports::document
