#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// Whether a script still shows what it is to show. It must say the same each time.
using StillFails = std::function<bool(const oracle::Script&)>;

struct ShrinkLimits {
  std::size_t runs_max = 20'000;  // of the predicate
  std::chrono::milliseconds time_max{
      60'000};  // a limit for hangs: the result then depends on the machine
};

enum class ShrinkEnd : std::uint8_t {
  minimal,      // nothing can be left out or set back any more
  out_of_runs,  // a limit came first; the script is shorter, but perhaps not minimal
  out_of_time,
  never_failed,  // the script that was given does not fail; it is returned as it was
};

struct Shrunk {
  oracle::Script script;
  ShrinkEnd end = ShrinkEnd::minimal;
  std::size_t runs = 0;  // of the predicate
};

// A script that still fails and is as small as can be: delta debugging of its operations, then its host,
// then its members toward the defaults of corpora/script.proto, until nothing more can go. The result
// depends on nothing but the script and the predicate. It keeps its name.
[[nodiscard]] Shrunk shrink(const oracle::Script& script, const StillFails& still_fails,
                            const ShrinkLimits& limits = {});

// Whether no operation and no link can be left out and no member be set back without the script ceasing
// to fail. Runs the predicate once for each of them, and once for the script.
[[nodiscard]] bool is_minimal(const oracle::Script& script, const StillFails& still_fails);

// "nothing more can be left out", "stopped after 20000 runs"
[[nodiscard]] std::string in_words(const Shrunk& shrunk);

}  // namespace netioconf::conformance
