#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/kinds.h"
#include "conformance/mutants/mutants.h"
#include "conformance/search/mutation_score/hunt_report.h"
#include "corpora/text/loader.h"
#include "oracle/state/finding.h"

namespace netioconf::conformance {

// Runs the scripts on every mutant and prints who is caught by which script; one that a script catches
// must be caught by a script or a finding that names the rule it breaks. The result is the exit status:
// 0 if all are caught.
[[nodiscard]] int mutants_by_scripts(const std::vector<std::filesystem::path>& scripts,
                                     const HuntReport& report);

// The first script in which the mutant deviates by the rule that it breaks, or in which anything does
// if the script is one of that rule's. Those are tried alone, then all in turn. Empty: there is none.
[[nodiscard]] std::string first_script_by_rule(Implementation& implementation, std::string_view rule,
                                               const std::vector<corpora::LoadedScript>& scripts);

// Runs the space of that depth on every mutant, each up to its first deviation, and prints after how
// many calls and seconds that came, and which rule it names. The result is the exit status: 0 if all are
// caught.
[[nodiscard]] int mutants_by_sweep(unsigned depth, const HuntReport& report);

// Whether a deviation is laid to that rule.
[[nodiscard]] bool names_rule(const oracle::Finding& finding, std::string_view rule);

// A mutant that doesn't return must not take this process with it.
[[nodiscard]] ImplementationOptions options_for(const Mutant& mutant);

}  // namespace netioconf::conformance
