#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "conformance/implementations/library/process.h"

namespace netioconf::conformance {

// To be called before and after each call of what may not return.
using Beat = std::function<void()>;

struct Supervised {
  std::optional<int> result;  // what `run` returned; nothing if it did not come to its end
  End end;                    // then: how it ended; a stall is `hung`
};

// Runs a function in a copy of this process that shares its output, and learns from outside whether it
// came to its end: a library that is called in process may crash it, end it with any exit status, not
// return, or take memory without end. The limit is for each time between two beats of a pair and for the
// time before the first beat, when things are loaded; between pairs the function may take as long as it
// likes. What it leaves in memory is lost. There must be no other threads.
[[nodiscard]] Supervised supervise(std::chrono::milliseconds time_limit,
                                   const std::function<int(const Beat&)>& run);

}  // namespace netioconf::conformance
