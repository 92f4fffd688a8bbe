#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "conformance/execution/implementation.h"
#include "conformance/execution/shrink/deviation.h"
#include "oracle/engine/judge.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::search {

struct ShortenOptions {
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::optional<std::filesystem::path> out;   // nullopt: a new temporary folder
  execution::shrink::FindScript find_script;  // finds the scripts of the examples
  std::function<bool(const reports::GroupKey&)> is_known = [](const auto&) { return false; };
};

// Shortens the example of each kind of deviation in generated scripts, which the summary has counted,
// and keeps it as a file. The error names the file that cannot be written.
[[nodiscard]] std::expected<void, std::string> shorten_examples(
    reports::Summary& summary, execution::Implementation& implementation,
    const oracle::engine::Judge& judge, const ShortenOptions& options);

}  // namespace netioconf::conformance::search
