#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/execution/implementation.h"

// What a script needs before it to show the same again in a fresh implementation.
namespace netioconf::conformance::execution {

// An implementation without any script before. Foreign code runs in a child.
[[nodiscard]] MadeImplementation make_fresh(const implementations::ImplementationName& name,
                                            std::chrono::milliseconds time_limit);

// The time that all repetitions of a run may take: a minute, 12 time limits of a call, or four times as
// long as the run, whichever is longest. Some implementations take seconds to start, and some calls
// hang.
class RepeatingTime {
 public:
  explicit RepeatingTime(std::chrono::milliseconds time_limit,
                         std::chrono::steady_clock::duration run = {});
  // Also after an interruption.
  [[nodiscard]] bool is_over() const;
  void add(std::chrono::steady_clock::duration spent) { spent_ += spent; }

 private:
  std::chrono::steady_clock::duration limit_;
  std::chrono::steady_clock::duration spent_{};
};

struct NeededBefore {
  std::vector<oracle::Script> scripts = {};
  bool whole_run = false;
  bool shows_after = false;  // after other scripts, and not alone
  std::string words = {};    // a sentence about it; empty if the script needs nothing

  [[nodiscard]] bool is_something() const { return whole_run || !scripts.empty(); }
};

// How sentences about a repetition begin: "It deviates", "It did not deviate".
struct RepeatingWords {
  std::string_view shows;
  std::string_view does_not_show;
};

// Whether a script shows the same again after these scripts, in a fresh implementation.
using ShowsAfter = std::function<bool(const std::vector<oracle::Script>& before)>;

// What a script needs that does not show it alone: one of the last scripts before it, or the whole run.
// `earlier`: the scripts of the run before it, in order.
[[nodiscard]] NeededBefore needed_before(const std::vector<oracle::Script>& earlier,
                                         const ShowsAfter& shows, const RepeatingTime& time,
                                         const RepeatingWords& words);

// The whole run, because of that, or because there is no time left.
[[nodiscard]] NeededBefore needs_whole_run(const RepeatingTime& time, std::string because);

}  // namespace netioconf::conformance::execution
