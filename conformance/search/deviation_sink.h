#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "conformance/search/properties/minimized.h"
#include "reports/model/summarize.h"

namespace netioconf::conformance::search {

struct FindingsOptions {
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::optional<std::filesystem::path> out;                // nullopt: a new temporary folder
  execution::shrink::FindScript find_script;               // finds every script that the judge has seen
  std::function<bool(const reports::GroupKey&)> is_known;  // Known deviations get no script.
  std::function<std::chrono::milliseconds()> time_left;    // of the whole search
};

// Collects the deviations of generated scripts. Each kind is added to the summary once, with the
// shortest script that shows it. That script is written to
// OUT/scripts/<rule>/<call>_<observed>.textproto.
class DeviationSink {
 public:
  // The arguments must outlive this object.
  DeviationSink(execution::Implementation& implementation, const oracle::engine::Judge& judge,
                reports::Summary& summary, FindingsOptions options);

  // These return false only if a file cannot be written; problem() names it.
  [[nodiscard]] bool add(const execution::Execution& attempt);
  [[nodiscard]] bool add(properties::Search& search, const properties::TestCase& trial);
  // Adds a deviation of a committed script to shorten it.
  [[nodiscard]] bool add_committed(const execution::Execution& attempt);

  // The number of kinds of deviation that are not known ones.
  [[nodiscard]] std::size_t kinds() const { return kinds_; }
  [[nodiscard]] const std::string& problem() const { return problem_; }
  // The folder with the scripts; empty: none was written.
  [[nodiscard]] std::string folder() const { return folder_ ? folder_->string() : ""; }

 private:
  [[nodiscard]] bool is_new(const reports::GroupKey& group);
  [[nodiscard]] properties::MinimizeOptions found_options() const;
  [[nodiscard]] bool report(properties::Minimized found);
  [[nodiscard]] bool choose_folder();

  execution::Implementation& implementation_;
  const oracle::engine::Judge& judge_;
  reports::Summary& summary_;
  FindingsOptions options_;
  std::size_t kinds_ = 0;
  std::set<reports::GroupKey> met_;       // in the scripts as they were found
  std::set<reports::GroupKey> reported_;  // in the shortened scripts
  std::optional<std::filesystem::path> folder_;
  std::string problem_;
};

}  // namespace netioconf::conformance::search
