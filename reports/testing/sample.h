#pragma once

#include <utility>
#include <vector>

#include "reports/diff/changes.h"
#include "reports/model/report.h"

namespace netioconf::reports {

// The handmade report golden/check/report.json, which contains one of everything: new and known
// deviations, a contradiction, a crash, undecided and skipped scripts, entries of the known list that no
// longer hold, characters that need escaping.
[[nodiscard]] Report sample_report();

// The same implementation without faults.
[[nodiscard]] Report faultless_report();

// golden/mutation_score/report.json: mutants that two kinds of search looked for; one of them missed a
// mutant.
[[nodiscard]] Report sample_mutation_score();

// golden/comparison/report.json: three implementations. One breaks a rule, one answers a question
// differently, one checks two faults in a different order.
[[nodiscard]] Comparison sample_comparison();

// The sample report and one in which a deviation is gone, one was added and one has changed; and what
// changed between them.
[[nodiscard]] std::pair<diff::NamedReport, diff::NamedReport> sample_reports();
[[nodiscard]] Changes sample_changes();

// Three reports beside each other: two versions of the sample, and an implementation without faults.
[[nodiscard]] std::vector<diff::NamedReport> sample_versions();
[[nodiscard]] Matrix sample_matrix();

}  // namespace netioconf::reports
