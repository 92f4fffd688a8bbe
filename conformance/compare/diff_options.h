#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "conformance/implementations/kinds.h"
#include "oracle/readings/reading.h"
#include "reports/model/invocation.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::compare {

struct DiffOptions {
  reports::Invocation invocation;
  std::vector<std::string> implementations;    // names, or folders of recorded traces
  std::vector<std::filesystem::path> scripts;  // empty: the committed ones, then the sweep
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::chrono::milliseconds budget{10'000};  // for the sweep
  unsigned depth = 1;                        // of the sweep
  unsigned jobs = 0;                         // threads; 0: one for each core
  std::chrono::milliseconds time_limit = implementations::usual_time_limit;
  bool keep_going = false;  // no call is left alone
  bool without_known = false;
  reports::writers::Destination destination;
};

}  // namespace netioconf::conformance::compare
