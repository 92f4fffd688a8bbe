#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/kinds.h"
#include "conformance/mutants/mutants.h"
#include "conformance/search/mutation_score/score_report.h"
#include "corpora/text/loader.h"
#include "oracle/model/finding.h"

namespace netioconf::conformance::search::mutation_score {

// Runs the scripts on every mutant and prints which mutant is caught by which script. A mutant counts as
// caught if the script or the finding names the rule that it breaks. The result is the exit status: 0 if
// all are caught.
[[nodiscard]] int mutants_by_scripts(const std::vector<std::filesystem::path>& scripts,
                                     const MutationScoreReport& report);

// The first script in which the mutant deviates from the rule that it breaks, or in which it deviates at
// all if the script is one of that rule's. The scripts of the rule are tried first, then all scripts.
// Empty: no script catches it.
[[nodiscard]] std::string first_script_by_rule(execution::Implementation& implementation,
                                               std::string_view rule,
                                               const std::vector<corpora::text::LoadedScript>& scripts);

// Runs the space of that depth on every mutant up to its first deviation. Prints the calls and seconds
// until then, and the rule that the deviation names. The result is the exit status: 0 if all are caught.
[[nodiscard]] int mutants_by_sweep(unsigned depth, const MutationScoreReport& report);

// Whether a deviation is attributed to that rule.
[[nodiscard]] bool names_rule(const oracle::Finding& finding, std::string_view rule);
// Whether a trace has the call that the rule is about. Every table that is read is freed too.
[[nodiscard]] bool has_call_of(const oracle::Trace& trace, std::string_view rule);

// A mutant whose calls do not return runs in a child, so that it does not end this process.
[[nodiscard]] implementations::ImplementationOptions options_for(const mutants::Mutant& mutant);

}  // namespace netioconf::conformance::search::mutation_score
