#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oracle/model/finding.h"
#include "oracle/model/trace.h"
#include "reports/report.pb.h"
#include "reports/summary/trace_words.h"

namespace netioconf::reports::inline summary {

// What must run before a script, so that it deviates again.
struct Needed {
  std::vector<std::string> scripts = {};  // names of committed scripts, in this order
  bool whole_run = false;
};

// A script that was run and judged.
struct Judged {
  std::string path;
  std::string comment;
  Origin::Value origin = Origin::committed;
  std::uint64_t rank = 0;  // a group shows the lowest rank among scripts with equally many operations
  oracle::Trace trace;
  oracle::Judgement judgement;
  std::optional<double> seconds = std::nullopt;  // that the run took, if it was live
  Needed needed = {};
};

// What a report needs of it.
struct KeptScript {
  Judged judged;
  std::string name;
  std::vector<bool> probes;  // Step::probe of every step
  Counts steps;
  Verdict::Value verdict = Verdict::conforms;
};

[[nodiscard]] KeptScript keep(Judged judged);

void count(oracle::Verdict verdict, double by, Counts& counts);

// The script in the words of a report, without the command that repeats it.
void describe(const KeptScript& script, const PlaceOf& place_of, ScriptResult& result);

}  // namespace netioconf::reports::inline summary
