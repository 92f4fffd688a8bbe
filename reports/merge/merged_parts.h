#pragma once

#include "reports/merge/parts.h"

// The members of a merged report. Each function fills those of `report` that its name says, from the
// members of all parts.
namespace netioconf::reports::merge {

void merge_counts(const PartSet& parts, Report& report);
void merge_coverage(const PartSet& parts, Report& report);
void merge_series(const PartSet& parts, Report& report);
// The scripts, and the groups, which refer to them.
void merge_findings(const PartSet& parts, Report& report);
void merge_readings(const PartSet& parts, Report& report);
// The runs, what each covered, and whether something is missing.
void merge_runs(const PartSet& parts, Report& report);

}  // namespace netioconf::reports::merge
