#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "conformance/observe/implementation.h"
#include "conformance/shrink/deviation.h"
#include "oracle/judge.h"
#include "reports/summarize.h"

namespace netioconf::conformance {

struct BeyondOptions {
  oracle::Profile profile = oracle::Profile::documented;
  std::chrono::milliseconds budget{0};
  std::uint64_t seed = 0;
  std::optional<std::filesystem::path> out;  // nullopt: a new folder among the temporary ones
  FindScript find_script;                    // of the scripts that the judge has seen
  std::string first;                         // the name of a generated script to begin with; empty: none
  std::function<void()> on_first_conforms = [] {};
  std::function<void(const std::string& name)> on_begin = [](const std::string&) {};
};

// Searches with properties until the budget is used up. Each kind of deviation that is found goes into
// the summary once, with the shortest script that shows it, which is written to
// OUT/scripts/<rule>/<call>_<observed>.textproto. The error says in one line what can't be written.
[[nodiscard]] std::expected<reports::Searched, std::string> search_beyond(Implementation& implementation,
                                                                          oracle::Judge& judge,
                                                                          reports::Summary& summary,
                                                                          const BeyondOptions& options);

}  // namespace netioconf::conformance
