#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "conformance/implementations/kinds.h"
#include "conformance/search/budgeted_search.h"
#include "corpora/text/loader.h"
#include "oracle/readings/reading.h"
#include "reports/model/invocation.h"
#include "reports/model/report.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::search {

// The inputs of a fuzzer.
struct FuzzInputs {
  std::vector<corpora::text::LoadedScript> scripts;  // without paths
  std::set<std::string> incomplete;  // the scripts of inputs that do not decode to their end
};

struct CheckOptions {
  reports::Invocation invocation;
  std::string implementation;
  std::string implementation_version;          // empty: as known::running_version finds it
  std::vector<std::filesystem::path> scripts;  // empty: the committed ones
  shard::Shard shard;                          // of the scripts, and of the search after them
  std::string divided_run;                     // that the shards divide; empty: as the invocation says
  std::vector<std::filesystem::path> own_scripts;  // more scripts, which are not divided
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::filesystem::path known;  // path of the list, "none", or empty: the committed list, if it exists
  std::optional<FuzzInputs> inputs;  // which are run instead of scripts
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
  unsigned jobs = 0;                  // threads of that search; 0: one for each core
  reports::writers::Destination destination;
  std::vector<reports::Sample> series;  // of the campaign that this check ends
  std::string unfinished;               // why that campaign did not end; empty: it ended
};

// Judges an implementation and reports. The result is the exit status.
[[nodiscard]] int check(const CheckOptions& options);

}  // namespace netioconf::conformance::search
