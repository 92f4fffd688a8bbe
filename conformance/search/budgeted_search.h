#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/shrink/deviation.h"
#include "conformance/search/properties/search.h"
#include "oracle/engine/judge.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::search {

struct BudgetedSearchOptions {
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  properties::SearchBudget budget{};
  shard::Shard shard;  // of the scripts of the sweep; the properties depend on the seed
  std::uint64_t seed = 0;
  std::optional<std::filesystem::path> out;   // nullopt: a new temporary folder
  execution::shrink::FindScript find_script;  // finds the scripts that the judge has seen
  std::function<bool(const reports::GroupKey&)> is_known = [](const auto&) { return false; };
  std::string first;  // the name of the generated script to start with; empty: none
  // Called if that script conforms and no call of it ended the implementation.
  std::function<void()> on_first_conforms = [] {};
  std::function<void(const std::string& name)> on_begin = [](const std::string&) {};
  // One for each thread that runs scripts, which give the same answers as the implementation of the
  // search and are independent of each other. Empty: that implementation runs them.
  std::vector<std::unique_ptr<execution::Implementation>> on_threads = {};
};

// The results of a search.
struct BudgetedSearchResult {
  std::vector<reports::Searched> searches;
  std::vector<std::string> space;  // what was enumerated, and why it ended
};

// Searches by sweep and by properties in turn until the budget is used up. After the first deviation it
// also ends when many calls find no other kind of deviation. Which scripts run, and in which order,
// depends only on the seed and the answers, not on the number of threads. Each kind of deviation, of the
// `committed` scripts too, is added to the summary once, with the shortest script that shows it (see
// DeviationSink). The error names in one line the file that cannot be written.
[[nodiscard]] std::expected<BudgetedSearchResult, std::string> budgeted_search(
    execution::Implementation& implementation, oracle::engine::Judge& judge, reports::Summary& summary,
    const std::vector<execution::Execution>& committed, const BudgetedSearchOptions& options);

}  // namespace netioconf::conformance::search
