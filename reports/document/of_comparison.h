#pragma once

#include "reports/comparison.pb.h"
#include "reports/document/document.h"

namespace netioconf::reports::document {

// What a comparison says: each difference, which fails if a rule is broken and is skipped if the
// documents allow it; the rules and readings on which the implementations differ.
[[nodiscard]] Document document_of(const Comparison& comparison);

// What changed: each deviation of both reports, which fails if it was added or changed for the worse;
// the verdicts, readings and rules that changed.
[[nodiscard]] Document document_of(const Changes& changes);

// The rules and questions of the deviations that changed, in the words of the two reports.
[[nodiscard]] std::vector<RuleText> rules_of(const Changes& changes, const Report& before,
                                             const Report& after);

// The deviations that are gone.
[[nodiscard]] FindingGroup gone_deviations(const Changes& changes);

}  // namespace netioconf::reports::document
