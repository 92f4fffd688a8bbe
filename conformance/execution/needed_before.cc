#include "conformance/execution/needed_before.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conformance/implementations/child/interruption.h"

namespace netioconf::conformance::execution {
namespace {

// Each is tried as the one that the script needs.
constexpr std::size_t scripts_before_max = 8;

}  // namespace

MadeImplementation make_fresh(const implementations::ImplementationName& name,
                              std::chrono::milliseconds time_limit) {
  return make_implementation(name, {.isolation = implementations::Isolation::foreign_code,
                                    .time_limit = time_limit,
                                    .keep_going = true});
}

RepeatingTime::RepeatingTime(std::chrono::milliseconds time_limit,
                             std::chrono::steady_clock::duration run)
    : limit_{std::max<std::chrono::steady_clock::duration>(
          {std::chrono::minutes{1}, 12 * time_limit, 4 * run})} {}

bool RepeatingTime::is_over() const {
  return implementations::child::interruption() != 0 || spent_ >= limit_;
}

NeededBefore needed_before(const std::vector<oracle::Script>& earlier, const ShowsAfter& shows,
                           const RepeatingTime& time, const RepeatingWords& words) {
  for (std::size_t back = 1; back <= std::min(earlier.size(), scripts_before_max) && !time.is_over();
       ++back) {
    const oracle::Script& one = earlier[earlier.size() - back];
    if (!shows({one})) continue;
    return {.scripts = {one},
            .shows_after = true,
            .words = fmt::format("{} only after {}.", words.shows, one.name)};
  }
  const bool again = !time.is_over() && shows(earlier);
  NeededBefore needed = needs_whole_run(
      time, again ? fmt::format("{} only after the scripts before it.", words.shows)
                  : fmt::format("{} again when the script was repeated alone.", words.does_not_show));
  needed.shows_after = again;
  return needed;
}

NeededBefore needs_whole_run(const RepeatingTime& time, std::string because) {
  if (implementations::child::interruption() != 0)
    because = "The run was interrupted before the script was repeated alone.";
  else if (time.is_over())
    because = "There was no time left to repeat the script alone.";
  return {.whole_run = true, .words = std::move(because)};
}

}  // namespace netioconf::conformance::execution
