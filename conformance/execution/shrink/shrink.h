#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "oracle/model/trace.h"

namespace netioconf::conformance::execution::shrink {

// Whether a script still fails in the required way. The result must be the same each time.
using StillFails = std::function<bool(const oracle::Script&)>;

struct ShrinkLimits {
  std::size_t runs_max = 20'000;  // of the predicate
  std::chrono::milliseconds time_max{
      60'000};  // for hangs; if it is reached, the result depends on the machine
};

enum class ShrinkEnd : std::uint8_t {
  minimal,      // nothing more can be removed or reset
  out_of_runs,  // a limit came first; the script may be shorter, but not minimal
  out_of_time,
  never_failed,  // the given script does not fail; it is returned unchanged
};

struct Shrunk {
  oracle::Script script;
  ShrinkEnd end = ShrinkEnd::minimal;
  std::size_t runs = 0;  // of the predicate
};

// The smallest script that still fails: delta debugging removes operations, then simplifies the host,
// then sets members to the defaults of corpora/script.proto, until nothing more can be removed. The
// result depends only on the script and the predicate. It keeps the name of the script.
[[nodiscard]] Shrunk shrink(const oracle::Script& script, const StillFails& still_fails,
                            const ShrinkLimits& limits = {});

// Whether the script fails, and stops failing if any one operation or link is removed or any one member
// is reset. Runs the predicate once for each of them, and once for the script.
[[nodiscard]] bool is_minimal(const oracle::Script& script, const StillFails& still_fails);

// For example "nothing more can be left out" or "stopped after 20000 runs".
[[nodiscard]] std::string in_words(const Shrunk& shrunk);

}  // namespace netioconf::conformance::execution::shrink
