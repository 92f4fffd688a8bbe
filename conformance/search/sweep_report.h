#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "conformance/search/sweep/sweep.h"
#include "reports/model/report.h"

namespace netioconf::conformance::search {

// Describes what was enumerated and how much of it was run: a line for each region, then the sum and the
// rate. `enough` is the reason for which the sink stopped the sweep.
[[nodiscard]] std::vector<std::string> space_lines(const sweep::Space& space,
                                                   const sweep::SweepPlan& plan,
                                                   const sweep::Swept& swept, const std::string& enough);

// Writes the shortest script of each group to DIR/scripts/<rule>/<idea>.textproto, with the scripts that
// it contradicts next to it, and adds their paths to the report. The error is one line.
[[nodiscard]] std::expected<void, std::string> write_examples(const sweep::Space& space,
                                                              const std::filesystem::path& folder,
                                                              reports::Report& report);

}  // namespace netioconf::conformance::search
