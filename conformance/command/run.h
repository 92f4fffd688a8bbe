#pragma once

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "conformance/observe/implementation.h"
#include "corpora/loader.h"
#include "oracle/judge.h"
#include "reports/summarize.h"

namespace netioconf::conformance {

// Called after each script with the number done; `count` are to be done.
using Progress = std::function<void(std::size_t done, std::size_t count)>;

// What is searched when the scripts are done. The error is one line.
using Beyond = std::function<std::expected<std::vector<reports::Searched>, std::string>(
    oracle::Judge& judge, reports::Summary& summary)>;
[[nodiscard]] inline std::expected<std::vector<reports::Searched>, std::string> nothing_beyond(
    oracle::Judge&, reports::Summary&) {
  return {};
}

// Carries out and judges scripts, one after the other.
[[nodiscard]] std::expected<reports::Report, std::string> run(
    Implementation& implementation, const std::vector<corpora::LoadedScript>& scripts,
    oracle::Profile profile, reports::Report before, const Progress& progress,
    const Beyond& beyond = nothing_beyond);

// Judges what was recorded, in the same way.
[[nodiscard]] reports::Report judge_recorded(const std::vector<corpora::LoadedTrace>& traces,
                                             oracle::Profile profile, reports::Report before);

// Shows progress on a terminal once the work takes longer than two seconds; quiet in a pipe.
[[nodiscard]] Progress progress_on_terminal();

}  // namespace netioconf::conformance
