#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/search/schedule/pick_runner.h"
#include "conformance/search/schedule/schedule.h"

namespace netioconf::conformance::search::schedule {

// What becomes of the results. Both are called by one thread at a time, any of them.
struct PickSink {
  std::function<bool()> has_enough;  // before each result
  // In the order of the picks. False: no more are wanted.
  std::function<bool(const Pick& pick, const PickResult& result)> take;
};

// Runs picks one after the other until the sink has enough, or after an interruption.
void run_picks(Schedule& schedule, PickRunner& runner, oracle::engine::Judge& judge,
               const PickSink& sink);

// One for each thread.
using Implementations = std::vector<std::unique_ptr<execution::Implementation>>;

// What the threads of a search share.
struct OnThreads {
  const Implementations& implementations;
  const sweep::Space& space;
  const properties::SearchOptions& options;  // on_begin is called by several threads at the same time
};

// The same on several threads. The implementations must give the same answers as that of the runner and
// be independent of each other. The results that the sink takes do not depend on their number.
void run_picks_on_threads(Schedule& schedule, PickRunner& runner, oracle::engine::Judge& judge,
                          const PickSink& sink, const OnThreads& threads);

}  // namespace netioconf::conformance::search::schedule
