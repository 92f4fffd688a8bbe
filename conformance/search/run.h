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

namespace netioconf::conformance {

// Called after each script with the number done; `count` are to be done.
using Progress = std::function<void(std::size_t done, std::size_t count)>;

// What is searched when the scripts are done, of which these deviate. The error is one line.
using Beyond = std::function<std::expected<FoundBeyond, std::string>(
    oracle::Judge& judge, reports::Summary& summary, const std::vector<Attempt>& deviating)>;
[[nodiscard]] inline std::expected<FoundBeyond, std::string> nothing_beyond(
    oracle::Judge&, reports::Summary&, const std::vector<Attempt>&) {
  return {};
}

// Carries out and judges scripts, one after the other.
[[nodiscard]] std::expected<reports::Report, std::string> run(
    Implementation& implementation, const std::vector<corpora::LoadedScript>& scripts,
    oracle::Profile profile, reports::Report before, const Progress& progress,
    const Beyond& beyond = nothing_beyond);

// Whole if every committed script is among those of these names.
[[nodiscard]] reports::Extent extent_of(const std::set<std::string>& scripts);

// Judges what was recorded, in the same way.
[[nodiscard]] reports::Report judge_recorded(const std::vector<corpora::LoadedTrace>& traces,
                                             oracle::Profile profile, reports::Report before);

// Shows progress on a terminal once the work takes longer than two seconds; quiet in a pipe.
[[nodiscard]] Progress progress_on_terminal();

}  // namespace netioconf::conformance
