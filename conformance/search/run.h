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
#include "reports/model/summarize.h"

namespace netioconf::conformance::search {

// The search after the scripts. `deviating` are the scripts that deviate. The error is one line.
using Beyond = std::function<std::expected<BudgetedSearchResult, std::string>(
    oracle::engine::Judge& judge, reports::Summary& summary,
    const std::vector<execution::Execution>& deviating)>;
[[nodiscard]] inline std::expected<BudgetedSearchResult, std::string> nothing_beyond(
    oracle::engine::Judge&, reports::Summary&, const std::vector<execution::Execution>&) {
  return {};
}

// Runs and judges scripts one after the other, then searches beyond them.
[[nodiscard]] std::expected<reports::Report, std::string> run(
    execution::Implementation& implementation, const std::vector<corpora::text::LoadedScript>& scripts,
    oracle::readings::Profile profile, reports::Report before, const Beyond& beyond = nothing_beyond);

// Whole if `scripts` names every committed script.
[[nodiscard]] reports::Extent extent_of(const std::set<std::string>& scripts);

// Judges recorded traces in the same way.
[[nodiscard]] reports::Report judge_recorded(const std::vector<corpora::text::LoadedTrace>& traces,
                                             oracle::readings::Profile profile, reports::Report before);

}  // namespace netioconf::conformance::search
