#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "conformance/search/properties/found.h"
#include "reports/model/summarize.h"

namespace netioconf::conformance {

struct FindingsOptions {
  oracle::Profile profile = oracle::Profile::documented;
  std::optional<std::filesystem::path> out;  // nullopt: a new folder among the temporary ones
  FindScript find_script;                    // of everything that the judge has seen
  std::function<bool(const reports::GroupKey&)> is_known;  // Those are not worth a script.
  std::function<std::chrono::milliseconds()> time_left;    // for everything
};

// Where the deviations of generated scripts go. Each kind goes into the summary once, with the shortest
// script that shows it, which is written to OUT/scripts/<rule>/<call>_<observed>.textproto.
class GeneratedFindings {
 public:
  // All must outlive it.
  GeneratedFindings(Implementation& implementation, const oracle::Judge& judge,
                    reports::Summary& summary, FindingsOptions options);

  // What these add fails only if something can't be written; problem() says what.
  [[nodiscard]] bool add(const Attempt& attempt);
  [[nodiscard]] bool add(Search& search, const Trial& trial);
  // A deviation of a committed script: only to make it short.
  [[nodiscard]] bool add_committed(const Attempt& attempt);

  // How many kinds of deviation were met that are not known.
  [[nodiscard]] std::size_t kinds() const { return kinds_; }
  [[nodiscard]] const std::string& problem() const { return problem_; }
  // Where the scripts are; empty: none was written.
  [[nodiscard]] std::string folder() const { return folder_ ? folder_->string() : ""; }

 private:
  [[nodiscard]] bool is_new(const reports::GroupKey& group);
  [[nodiscard]] FoundOptions found_options() const;
  [[nodiscard]] bool report(Found found);
  [[nodiscard]] bool choose_folder();

  Implementation& implementation_;
  const oracle::Judge& judge_;
  reports::Summary& summary_;
  FindingsOptions options_;
  std::size_t kinds_ = 0;
  std::set<reports::GroupKey> met_;       // as they were met
  std::set<reports::GroupKey> reported_;  // as they were shown
  std::optional<std::filesystem::path> folder_;
  std::string problem_;
};

}  // namespace netioconf::conformance
