#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "oracle/model/trace.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::execution::shrink {

// The name of a script that shows a deviation: <rule>/<call>_<observed>.
[[nodiscard]] std::string name_for(const reports::GroupKey& group);

// The scripts that a run found: OUT/scripts/<name>.textproto.
class KeptScripts {
 public:
  // nullopt: a new temporary folder, which is made when the first script is kept.
  explicit KeptScripts(std::optional<std::filesystem::path> out) : out_{std::move(out)} {}

  // Writes the script with a comment and returns its path. The error is one line.
  [[nodiscard]] std::expected<std::filesystem::path, std::string> keep(const std::string& name,
                                                                       const oracle::Script& script,
                                                                       const std::string& comment);

  // OUT/scripts; empty: nothing was kept.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::optional<std::filesystem::path> out_;
  std::filesystem::path folder_;
};

}  // namespace netioconf::conformance::execution::shrink
