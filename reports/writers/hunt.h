#pragma once

#include <string>

#include "reports/model/report.h"

// Reports on mutants that were searched for, in the formats that have words of their own for it.
// report.json and index.html are those of any report.
namespace netioconf::reports {

// "12 of 13 mutants caught by sweep, 13 of 13 by properties"
[[nodiscard]] std::string hunt_verdict(const Report& report);

// How many were caught within what time, and who was not.
[[nodiscard]] std::string hunt_markdown(const Report& report);

// A suite a search, a case a mutant.
[[nodiscard]] std::string hunt_junit(const Report& report);

// A result for each that was not caught, by the rule that it breaks.
[[nodiscard]] std::string hunt_sarif(const Report& report);

}  // namespace netioconf::reports
