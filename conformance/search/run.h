#pragma once

#include <expected>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/search/budgeted_search.h"
#include "corpora/text/loader.h"
#include "oracle/engine/judge.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::search {

// A search after the scripts. `deviating` are the scripts that deviate. The error is one line.
using SearchAfterScripts = std::function<std::expected<BudgetedSearchResult, std::string>(
    oracle::engine::Judge& judge, reports::Summary& summary,
    const std::vector<execution::Execution>& deviating)>;
[[nodiscard]] inline std::expected<BudgetedSearchResult, std::string> no_search(
    oracle::engine::Judge&, reports::Summary&, const std::vector<execution::Execution>&) {
  return {};
}

// What a report says before anything is run.
[[nodiscard]] reports::Report report_before(std::string implementation,
                                            oracle::readings::Profile profile,
                                            const reports::Invocation& invocation);

// Whether a run ends after this script; the scripts after it are skipped.
using EndsAfter = std::function<bool(const execution::Execution&)>;
[[nodiscard]] inline bool never(const execution::Execution&) { return false; }

// Runs and judges scripts one after the other, adds them to the summary, then searches with generated
// scripts.
[[nodiscard]] std::expected<reports::Report, std::string> run(
    execution::Implementation& implementation, const std::vector<corpora::text::LoadedScript>& scripts,
    oracle::readings::Profile profile, reports::Summary summary,
    const SearchAfterScripts& search = no_search, const EndsAfter& ends_after = never);

// Whether `scripts` leaves out a committed script.
[[nodiscard]] bool is_partial(const std::set<std::string>& scripts);

}  // namespace netioconf::conformance::search
