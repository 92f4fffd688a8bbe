#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/kinds.h"
#include "conformance/search/budgeted_search.h"
#include "oracle/readings/reading.h"
#include "reports/model/invocation.h"
#include "reports/model/report.h"
#include "reports/writers/source_root.h"
#include "reports/writers/text_style.h"

namespace netioconf::conformance::search {

struct CheckOptions {
  reports::Invocation invocation;
  std::string implementation;
  std::vector<std::filesystem::path> scripts;  // empty: the committed ones
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::filesystem::path known;  // path of the list, "none", or empty: the committed list, if it exists
  bool update_known = false;
  bool strict = false;
  std::vector<oracle::Call>
      only;                     // the run has the scripts of these calls only, and each must be judged
  std::uint64_t min_rules = 0;  // that the run must meet
  bool first = false;           // the run ends at the first deviation that is not known
  bool isolate = false;
  std::chrono::milliseconds time_limit = implementations::usual_time_limit;
  bool keep_going = false;            // no call is left alone
  properties::SearchBudget budget{};  // of the search after the scripts; nothing: no search
  std::optional<std::filesystem::path> out;
  reports::writers::SourceRoot source_root;
  bool for_github = false;  // standard output is the log of a job on GitHub
  reports::writers::TextStyle style;
  std::vector<reports::Sample> series;  // of the campaign that this check ends
};

// Judges an implementation and reports. The result is the exit status.
[[nodiscard]] int check(const CheckOptions& options);

}  // namespace netioconf::conformance::search
