#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "conformance/search/properties/search.h"
#include "conformance/execution/shrink/deviation.h"
#include "oracle/engine/judge.h"
#include "reports/model/summarize.h"

namespace netioconf::conformance {

struct BeyondOptions {
  oracle::Profile profile = oracle::Profile::documented;
  std::chrono::milliseconds budget{0};
  std::uint64_t seed = 0;
  std::optional<std::filesystem::path> out;  // nullopt: a new folder among the temporary ones
  FindScript find_script;                    // of the scripts that the judge has seen
  std::function<bool(const reports::GroupKey&)> is_known = [](const auto&) { return false; };
  std::string first;  // the name of a generated script to begin with; empty: none
  std::function<void()> on_first_conforms = [] {};
  std::function<void(const std::string& name)> on_begin = [](const std::string&) {};
};

// What came of a search.
struct FoundBeyond {
  std::vector<reports::Searched> searches;
  std::vector<std::string> space;  // what was enumerated, and why it ended
};

// Searches by sweep and by properties in turn, so that both get as many calls, until the budget is used
// up; once there is a finding, until no other kind has come for as long. What is tried and in which
// order depends on the seed and the answers alone. Each kind of deviation that is found, and of those of
// the `committed` scripts, goes into the summary once, with the shortest script that shows it: see
// GeneratedFindings. The error says in one line what can't be written.
[[nodiscard]] std::expected<FoundBeyond, std::string> search_beyond(
    Implementation& implementation, oracle::Judge& judge, reports::Summary& summary,
    const std::vector<Attempt>& committed, const BeyondOptions& options);

}  // namespace netioconf::conformance
