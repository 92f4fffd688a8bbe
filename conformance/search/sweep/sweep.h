#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/search/shard/shard.h"
#include "conformance/search/sweep/space.h"
#include "oracle/engine/judge.h"

namespace netioconf::conformance::search::sweep {

// Selects the scripts of a space to run, in the order of their numbers.
struct SweepPlan {
  shard::Shard shard;
  std::uint64_t from = 0;               // lower numbers are left out
  std::vector<std::uint64_t> only;      // if not empty, only these, and the rest is ignored
  std::uint64_t script_limit = ~0ULL;   // maximum number of scripts
  std::chrono::milliseconds budget{0};  // 0: no limit
};

enum class Stop : std::uint8_t {
  finished,
  at_limit,
  out_of_time,
  by_sink,
  interrupted,
};

// The progress of a sweep.
struct Swept {
  std::uint64_t scripts = 0;             // that were run
  std::uint64_t scripts_conforming = 0;  // in which every step conforms; the sink does not get them
  std::uint64_t steps = 0;               // of all scripts; each has a verdict
  std::uint64_t steps_conforming = 0;    // of the scripts that conform
  std::uint64_t next = 0;                // the number to continue with, in the same shard
  Stop stop = Stop::finished;
  std::chrono::duration<double> took{};
};

// A script with a step that does not conform. Steps after the first deviation are removed.
struct NonConforming {
  std::uint64_t number = 0;
  oracle::Trace trace;
  oracle::Judgement judgement;
};

enum class Go : std::uint8_t { on, stop };
// `so_far` includes the script itself.
using Sink = std::function<Go(NonConforming, const Swept& so_far)>;
// Called several times a second.
using SweepProgress = std::function<void(const Swept&)>;

// The number of scripts in the plan.
[[nodiscard]] std::uint64_t count_of(const SweepPlan& plan, std::uint64_t space_size);

// Runs and judges the scripts of a plan. Their numbers must be in the space.
[[nodiscard]] Swept sweep(const Space& space, const SweepPlan& plan,
                          execution::Implementation& implementation, oracle::engine::Judge& judge,
                          const Sink& sink, const SweepProgress& progress);

}  // namespace netioconf::conformance::search::sweep
