#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "conformance/execution/shrink/kept_scripts.h"
#include "conformance/search/properties/minimized.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::search {

// Whether the summary already contains the deviations that the sink gets. Then it only gets their
// shorter examples.
enum class Counted : std::uint8_t { not_yet, already };

struct SinkOptions {
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::optional<std::filesystem::path> out;  // nullopt: a new temporary folder
  Counted counted = Counted::not_yet;
  execution::shrink::FindScript find_script;               // finds every script that the judge has seen
  std::function<bool(const reports::GroupKey&)> is_known;  // Known deviations get no script.
  std::function<std::chrono::milliseconds()> time_left;    // of the whole search
};

// Collects the deviations of generated scripts. Each kind is added to the summary once, with the
// shortest script that shows it, which is kept (see KeptScripts).
class DeviationSink {
 public:
  // The arguments must outlive this object.
  DeviationSink(execution::Implementation& implementation, const oracle::engine::Judge& judge,
                reports::Summary& summary, SinkOptions options);

  // These return false only if a file cannot be written; problem() names it.
  // A committed script that does not show its deviation alone is left out.
  [[nodiscard]] bool add(const execution::Execution& execution, reports::Origin::Value origin);
  // The same of a search, with the evidence of its judge at that time.
  [[nodiscard]] bool add(const properties::TestCase& test_case,
                         const std::vector<oracle::Evidence>& known);

  // The number of kinds of deviation that are not known ones.
  [[nodiscard]] std::size_t kinds() const { return kinds_; }
  [[nodiscard]] const std::string& problem() const { return problem_; }
  // The folder with the scripts; empty: none was written.
  [[nodiscard]] std::string folder() const { return kept_.folder().string(); }

 private:
  [[nodiscard]] bool is_new(const reports::GroupKey& group);
  [[nodiscard]] properties::MinimizeOptions found_options() const;
  [[nodiscard]] bool report(properties::Minimized found);

  execution::Implementation& implementation_;
  const oracle::engine::Judge& judge_;
  reports::Summary& summary_;
  SinkOptions options_;
  std::size_t kinds_ = 0;
  std::set<reports::GroupKey> met_;       // in the scripts as they were found
  std::set<reports::GroupKey> reported_;  // in the shortened scripts
  execution::shrink::KeptScripts kept_;
  std::string problem_;
};

}  // namespace netioconf::conformance::search
