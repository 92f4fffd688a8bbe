#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "conformance/execution/progress.h"
#include "fuzz/campaign/deviations.h"
#include "fuzz/campaign/options.h"
#include "fuzz/campaign/state.h"

namespace netioconf::fuzz::campaign {

// The data that a display of a campaign shows.
struct View {
  std::string implementation;
  std::string doing;  // "round 7", "pruning the corpus"
  std::chrono::milliseconds duration{0};
  unsigned jobs = 1;
  CampaignSample now;
  std::uint64_t executions_per_s = 0;
  std::uint64_t crashes = 0;
  std::size_t unrepeated = 0;
  std::size_t undecided = 0;
  std::vector<CampaignDeviation> found;
};

// The whole screen, one string per line, with at most that many columns and lines.
[[nodiscard]] std::vector<std::string> screen_of(const View& view, std::size_t columns,
                                                 std::size_t lines);

// The same in one line, for a pipe.
[[nodiscard]] std::string line_of(const View& view);
[[nodiscard]] std::string line_of(const CampaignDeviation& found);

// On a terminal, redraws one screen. In a pipe, prints a line from time to time, and one for each
// kind of deviation that is new.
class Display {
 public:
  Display();
  // Draws if enough time has passed.
  void show(const View& view);
  // Draws in any case and leaves the result on the terminal.
  void finish(const View& view);

 private:
  using Clock = std::chrono::steady_clock;

  void draw(const View& view);
  void print(const View& view);
  void print_new(const View& view);

  conformance::execution::RedrawnLines screen_{stdout};
  std::vector<reports::GroupKey> printed_;
  Clock::time_point due_;
};

}  // namespace netioconf::fuzz::campaign
