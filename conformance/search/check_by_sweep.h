#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "conformance/implementations/kinds.h"
#include "conformance/search/sweep/sweep.h"
#include "oracle/readings/reading.h"
#include "reports/model/invocation.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::search {

struct SweepOptions {
  reports::Invocation invocation;
  std::string implementation;
  unsigned depth = 1;
  shard::Shard shard;
  std::uint64_t from = 0;         // where to continue a sweep that was stopped
  std::vector<std::string> only;  // names or numbers of scripts
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  unsigned jobs = 0;        // threads; 0: one for each core
  std::size_t groups = 20;  // kinds of deviation after which to stop
  std::chrono::milliseconds budget{0};
  bool isolate = false;
  std::chrono::milliseconds time_limit = implementations::usual_time_limit;
  bool keep_going = false;  // no call is left alone
  reports::writers::Destination destination;
};

// Runs every script of a space on an implementation and reports. The result is the exit status.
[[nodiscard]] int check_by_sweep(const SweepOptions& options);

}  // namespace netioconf::conformance::search
