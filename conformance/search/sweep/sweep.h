#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/search/sweep/space.h"
#include "oracle/engine/judge.h"

namespace netioconf::conformance {

// Which scripts of a space are run, in the order of their numbers.
struct SweepPlan {
  std::uint64_t shard = 1;  // of shard_count, from 1: every shard_count-th script is in it
  std::uint64_t shard_count = 1;
  std::uint64_t from = 0;               // numbers below are left out
  std::vector<std::uint64_t> only;      // not empty: these alone, whatever the rest says
  std::uint64_t script_limit = ~0ULL;   // at most so many
  std::chrono::milliseconds budget{0};  // 0: as long as it takes
};

enum class Stop : std::uint8_t {
  finished,
  at_limit,
  out_of_time,
  as_asked,  // by the sink
};

// How far a sweep came.
struct Swept {
  std::uint64_t scripts = 0;             // carried out
  std::uint64_t scripts_conforming = 0;  // each of whose steps conforms; no sink got them
  std::uint64_t steps = 0;               // of all scripts; each has a verdict
  std::uint64_t steps_conforming = 0;    // of the scripts that conform
  std::uint64_t next = 0;                // the number to go on with, in the same shard
  Stop stop = Stop::finished;
  std::chrono::duration<double> took{};
};

// A script of which not everything conforms. What follows the first deviation is cut off.
struct Remarkable {
  std::uint64_t number = 0;
  oracle::Trace trace;
  oracle::Judgement judgement;
};

enum class Go : std::uint8_t { on, stop };
// `so_far` counts the script itself, too.
using Sink = std::function<Go(Remarkable, const Swept& so_far)>;
// Called several times a second.
using SweepProgress = std::function<void(const Swept&)>;

// How many scripts the plan has.
[[nodiscard]] std::uint64_t count_of(const SweepPlan& plan, std::uint64_t space_size);

// Carries out and judges the scripts of a plan. Their numbers must lie in the space.
[[nodiscard]] Swept sweep(const Space& space, const SweepPlan& plan, Implementation& implementation,
                          oracle::Judge& judge, const Sink& sink, const SweepProgress& progress);

// The script of a finding as short as it can be without another run: without the operations behind those
// that were carried out in `trace`.
[[nodiscard]] oracle::Script shortened(const Space& space, std::uint64_t number,
                                       const oracle::Trace& trace);

}  // namespace netioconf::conformance
