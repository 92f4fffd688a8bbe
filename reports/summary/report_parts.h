#pragma once

#include <string>

#include "oracle/coverage/coverage.h"
#include "oracle/model/finding.h"
#include "oracle/model/rule.h"
#include "reports/report.pb.h"
#include "reports/summary/trace_words.h"

// The parts of a report that are not scripts.
namespace netioconf::reports::inline summary {

[[nodiscard]] std::string name_of(oracle::Kind kind);

// The words of the catalogue.
void add_catalogue(Report& report);

void add_readings(const std::vector<oracle::Followed>& readings, const PlaceOf& place_of,
                  Report& report);
void add_coverage(const oracle::coverage::Coverage& coverage, CoverageCounts& counts);

}  // namespace netioconf::reports::inline summary
