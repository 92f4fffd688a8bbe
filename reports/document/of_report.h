#pragma once

#include <optional>
#include <string>

#include "reports/document/document.h"
#include "reports/model/report.h"

namespace netioconf::reports::document {

// What a report says: each group of deviations, the tests by script, the counts.
[[nodiscard]] Document document_of(const Report& report);

// The words of a rule or a question; nullopt if the report has none.
[[nodiscard]] std::optional<RuleText> rule_text(const Report& report, const std::string& id);

// The same of a report that contains mutants and nothing else: each mutant that was not caught, and how
// many each search caught within which time. document_of() calls it.
[[nodiscard]] Document mutation_score_document(const Report& report);

}  // namespace netioconf::reports::document
