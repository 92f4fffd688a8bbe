#include "conformance/execution/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

#include "reports/words/clock_text.h"

namespace netioconf::conformance::execution {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds before_first{2000};
constexpr milliseconds between{200};

constexpr const char* interval_variable = "NETIOCONF_PROGRESS_INTERVAL";
constexpr std::chrono::seconds usual_interval{10};

// nullopt: the user gave something else.
std::optional<std::chrono::seconds> interval_elsewhere() {
  const char* const given = std::getenv(interval_variable);
  if (given == nullptr || *given == 0) return usual_interval;
  std::uint32_t seconds = 0;
  const char* const end = given + std::strlen(given);
  const auto [rest, error] = std::from_chars(given, end, seconds);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return std::chrono::seconds{seconds};
}

}  // namespace

RedrawnLines::RedrawnLines(std::FILE* stream)
    : stream_{stream}, on_terminal_{isatty(fileno(stream)) != 0} {}

RedrawnLines::Size RedrawnLines::size() const {
  winsize size{};
  if (ioctl(fileno(stream_), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return {};
  return {size.ws_col, size.ws_row};
}

void RedrawnLines::draw(const std::vector<std::string>& lines) {
  if (!on_terminal_) return;
  // Moves the cursor to the first line that was drawn and clears the rest of the screen.
  std::string text;
  if (drawn_ != 0) text = fmt::format("\x1b[{}A\r\x1b[J", drawn_);
  const std::size_t columns = size().columns;
  for (const std::string& line : lines) text += line.substr(0, columns) + "\n";
  drawn_ = lines.size();
  std::fputs(text.c_str(), stream_);  // A terminal that is gone is no reason to end the run.
  std::fflush(stream_);
}

Progress::Progress(std::string unit, std::uint64_t count)
    : unit_{std::move(unit)},
      count_{count},
      place_{.on_terminal = line_.on_terminal(),
             .interval = interval_elsewhere().value_or(usual_interval)} {}

Progress::~Progress() { line_.draw({}); }

void Progress::show(std::uint64_t done, std::optional<milliseconds> left) {
  const auto now = Clock::now();
  const auto elapsed = std::chrono::duration_cast<milliseconds>(now - start_);
  const auto since_line = std::chrono::duration_cast<milliseconds>(now - shown_);
  if (!is_due(place_, elapsed, since_line)) return;
  shown_ = now;
  const std::string line = progress_line(unit_, done, count_, elapsed, left);
  if (place_.on_terminal) {
    line_.draw({line});
  } else {
    std::fputs(("netioconf: " + line + "\n").c_str(), stderr);
  }
}

std::string problem_with_interval() {
  if (interval_elsewhere()) return {};
  return fmt::format("{}={}: not a number of seconds (0 shows no progress)", interval_variable,
                     std::getenv(interval_variable));
}

bool is_due(const ProgressPlace& place, milliseconds elapsed, milliseconds since_line) {
  if (place.on_terminal) return elapsed >= before_first && since_line >= between;
  return place.interval.count() != 0 && since_line >= place.interval;
}

std::string progress_line(const std::string& unit, std::uint64_t done, std::uint64_t count,
                          milliseconds elapsed, std::optional<milliseconds> left) {
  const double seconds = std::max(static_cast<double>(elapsed.count()), 1.0) / 1000;
  const double rate = static_cast<double>(done) / seconds;
  std::string line =
      count == 0 ? fmt::format("{} {}", done, unit) : fmt::format("{} of {} {}", done, count, unit);
  line += fmt::format(", {:.{}f} a second", rate, rate < 10 ? 1 : 0);
  if (!left && count > done && done > 0) {
    const double rest = static_cast<double>(count - done) / rate * 1000;
    left = milliseconds{static_cast<std::int64_t>(rest)};
  }
  if (!left) return line;
  return line + fmt::format(", {} left", reports::words::clock_text(std::max(*left, milliseconds{0})));
}

}  // namespace netioconf::conformance::execution
