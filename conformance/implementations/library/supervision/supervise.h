#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

#include "conformance/implementations/child/memory.h"
#include "conformance/implementations/child/process.h"

namespace netioconf::conformance::implementations::library::supervision {

// Call this before and after each call that may not return.
using Beat = std::function<void()>;

struct Supervised {
  // The result of `run`; empty if it did not complete. exit_could_not_run if its output could not be
  // printed, which is then said on standard error.
  std::optional<int> result;
  child::End end;  // how it ended in that case; a stall is `hung`
};

// Runs a function in a copy of this process, prints its standard output afterwards, and reports whether
// it completed: a library that is called in process may crash it, exit with any status, not return, or
// use up the memory. The limit applies between the two beats of each pair, for example before and after
// a call, or before and after the library is loaded. There is no limit between pairs. Changes that the
// function makes to memory are lost. After an interruption the copy ends by itself or, if it does not
// notice the signal, after the time limit. There must be no other threads. The memory limit is in bytes.
[[nodiscard]] Supervised supervise(std::chrono::milliseconds time_limit,
                                   const std::function<int(const Beat&)>& run,
                                   std::uint64_t memory_limit = child::usual_memory_limit);

}  // namespace netioconf::conformance::implementations::library::supervision
