#pragma once

#include <expected>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/search/budgeted_search.h"
#include "conformance/search/shard/shard.h"
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

// Makes the report one on a part of a run. `run` names the whole run; `whole_is_partial` says whether it
// leaves out scripts.
void divide(reports::Report& before, const shard::Shard& shard, std::string run, bool whole_is_partial);

// Whether a run ends after this script; the scripts after it are skipped.
using EndsAfter = std::function<bool(const execution::Execution&)>;
[[nodiscard]] inline bool never(const execution::Execution&) { return false; }

// Why a script is not run; empty: it is.
using WhySkipped = std::function<std::string(const oracle::Script&)>;
[[nodiscard]] inline std::string not_skipped(const oracle::Script&) { return ""; }

struct RunOptions {
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  reports::Origin::Value origin = reports::Origin::committed;  // of the scripts
  SearchAfterScripts search = no_search;
  EndsAfter ends_after = never;
  WhySkipped why_skipped = not_skipped;
};

// Runs and judges scripts one after the other, adds them to the summary, then searches with generated
// scripts.
[[nodiscard]] std::expected<reports::Report, std::string> run(
    execution::Implementation& implementation, const std::vector<corpora::text::LoadedScript>& scripts,
    reports::Summary summary, const RunOptions& options);

// The names of the committed scripts; empty if their folder cannot be read.
[[nodiscard]] std::set<std::string> committed_names();

// Whether `scripts` leaves out a committed script, or these cannot be read.
[[nodiscard]] bool is_partial(const std::set<std::string>& scripts,
                              const std::set<std::string>& committed = committed_names());

}  // namespace netioconf::conformance::search
