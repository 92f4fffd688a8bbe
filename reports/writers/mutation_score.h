#pragma once

#include <string>

#include "reports/model/report.h"

// Reports on searches for mutants, in the formats that present them differently. report.json and
// index.html are the same as for any report.
namespace netioconf::reports::writers {

// "12 of 13 mutants caught by sweep, 13 of 13 by properties"
[[nodiscard]] std::string mutation_score_verdict(const Report& report);

// How many mutants each search caught within which time, and the mutants that it missed.
[[nodiscard]] std::string mutation_score_markdown(const Report& report);

// One suite for each search, one case for each mutant.
[[nodiscard]] std::string mutation_score_junit(const Report& report);

// One result for each mutant that was not caught, with the rule that it breaks.
[[nodiscard]] std::string mutation_score_sarif(const Report& report);

}  // namespace netioconf::reports::writers
