#include "fuzz/campaign/display.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"
#include "reports/words/clock_text.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"

namespace netioconf::fuzz::campaign {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds between_screens{500};
constexpr milliseconds between_lines{10'000};

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3;) {
    place -= 3;
    digits.insert(place, " ");
  }
  return digits;
}

std::string row(std::string_view label, const std::string& text) {
  return fmt::format("  {:<11} {}", label, text);
}

std::string kinds_of_deviation(std::size_t count) {
  return count == 1 ? "1 kind of deviation" : fmt::format("{} kinds of deviation", count);
}

// Empty if no target ended early.
std::string ends_of(const View& view) {
  std::string ends;
  if (view.crashes != 0)
    ends = view.crashes == 1 ? "1 crash or hang" : fmt::format("{} crashes or hangs", view.crashes);
  if (view.unrepeated != 0) {
    ends += (ends.empty() ? "" : ", ") + reports::words::count_text(view.unrepeated, "input") +
            " deviated only once";
  }
  if (view.undecided != 0) {
    ends += (ends.empty() ? "" : ", ") + reports::words::count_text(view.undecided, "input") +
            " ended it where the documents promise nothing";
  }
  return ends;
}

}  // namespace

std::vector<std::string> screen_of(const View& view, std::size_t columns, std::size_t lines) {
  std::vector<std::string> screen;
  screen.push_back("netioconf campaign  " + reports::words::legible(view.implementation));
  screen.push_back(
      row("elapsed", fmt::format("{} of {}, {} on {}", reports::words::clock_text(view.now.elapsed),
                                 reports::words::clock_text(view.duration), view.doing,
                                 reports::words::count_text(view.jobs, "core"))));
  screen.push_back(row("executions", fmt::format("{} ({} per second)", grouped(view.now.executions),
                                                 grouped(view.executions_per_s))));
  screen.push_back(row("features", fmt::format("{}, {} inputs in the corpus", grouped(view.now.features),
                                               grouped(view.now.corpus))));
  screen.push_back(row("reached", fmt::format("{} of {} rules, {} outcomes", view.now.rules,
                                              oracle::rules::rules().size(), view.now.outcomes)));
  screen.push_back(row("ended", ends_of(view).empty() ? "never" : ends_of(view)));
  screen.push_back(row("deviations", std::to_string(view.found.size())));
  const std::size_t room = lines > screen.size() + 2 ? lines - screen.size() - 2 : 1;
  const std::size_t shown = std::min(room, view.found.size());
  for (std::size_t i = 0; i < shown; ++i) screen.push_back("    " + line_of(view.found[i]));
  if (shown < view.found.size()) {
    screen.push_back(fmt::format("    and {} more", view.found.size() - shown));
  }
  for (std::string& line : screen) {
    if (line.size() > columns) line.resize(columns);
  }
  return screen;
}

std::string line_of(const CampaignDeviation& found) {
  return fmt::format("{}: {} gave {}, {}", id_of(found.group), oracle::function_name(found.group.call),
                     found.group.observed, reports::words::count_text(found.operations, "operation"));
}

std::string line_of(const View& view) {
  return fmt::format(
      "{} of {}: {} executions ({} per second), {} features, {} rules, {} outcomes, {}, {}{}",
      reports::words::clock_text(view.now.elapsed), reports::words::clock_text(view.duration),
      view.now.executions, view.executions_per_s, view.now.features, view.now.rules, view.now.outcomes,
      kinds_of_deviation(view.found.size()), view.doing,
      ends_of(view).empty() ? "" : "; ended: " + ends_of(view));
}

Display::Display() : due_{Clock::now()} {}

void Display::show(const View& view) {
  if (!screen_.on_terminal()) print_new(view);
  if (Clock::now() < due_) return;
  due_ = Clock::now() + (screen_.on_terminal() ? between_screens : between_lines);
  screen_.on_terminal() ? draw(view) : print(view);
}

void Display::finish(const View& view) {
  if (!screen_.on_terminal()) print_new(view);
  screen_.on_terminal() ? draw(view) : print(view);
  screen_.leave();
}

void Display::draw(const View& view) {
  const auto size = screen_.size();
  screen_.draw(screen_of(view, size.columns, size.lines));
}

void Display::print(const View& view) {
  fmt::print("{}\n", line_of(view));
  std::fflush(stdout);
}

void Display::print_new(const View& view) {
  for (const CampaignDeviation& found : view.found) {
    if (std::ranges::find(printed_, found.group) != printed_.end()) continue;
    printed_.push_back(found.group);
    fmt::print("found {}\n", line_of(found));
    std::fflush(stdout);
  }
}

}  // namespace netioconf::fuzz::campaign
