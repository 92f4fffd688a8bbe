#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace netioconf::conformance::execution {

// Lines on a terminal that are drawn again and again in the same place.
class RedrawnLines {
 public:
  explicit RedrawnLines(std::FILE* stream);

  struct Size {
    std::size_t columns = 80;
    std::size_t lines = 24;
  };
  [[nodiscard]] Size size() const;
  [[nodiscard]] bool on_terminal() const { return on_terminal_; }

  // Replaces what is drawn. Does nothing if the stream is not a terminal.
  void draw(const std::vector<std::string>& lines);
  // What is drawn stays; the next lines come below it.
  void leave() { drawn_ = 0; }

 private:
  std::FILE* stream_;
  bool on_terminal_;
  std::size_t drawn_ = 0;
};

// Where a line of progress is shown.
struct ProgressPlace {
  bool on_terminal = false;
  std::chrono::seconds interval{10};  // elsewhere; 0: none
};

// Whether a line is due, so long after the begin of the work and after the last line (or the begin).
[[nodiscard]] bool is_due(const ProgressPlace& place, std::chrono::milliseconds elapsed,
                          std::chrono::milliseconds since_line);

// How far a long work is, on standard error. On a terminal: one line, if the work takes longer than two
// seconds, which disappears at the end. Elsewhere: a line every ten seconds, or every
// NETIOCONF_PROGRESS_INTERVAL seconds, as of ci/build; 0: none.
class Progress {
 public:
  // `unit` is what is done, in the plural; `count` is how many there are, 0 if that is unknown.
  Progress(std::string unit, std::uint64_t count);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // nullopt: the time left is estimated from `count`.
  void show(std::uint64_t done, std::optional<std::chrono::milliseconds> left = std::nullopt);
  // Removes the line of a terminal, so that something else can be printed.
  void hide() { line_.draw({}); }

 private:
  using Clock = std::chrono::steady_clock;

  std::string unit_;
  std::uint64_t count_;
  RedrawnLines line_{stderr};
  ProgressPlace place_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_ = start_;
};

// What is wrong with NETIOCONF_PROGRESS_INTERVAL, in one line; empty: nothing.
[[nodiscard]] std::string problem_with_interval();

// "120 of 1084 scripts, 60 a second, 0:16 left"
[[nodiscard]] std::string progress_line(const std::string& unit, std::uint64_t done, std::uint64_t count,
                                        std::chrono::milliseconds elapsed,
                                        std::optional<std::chrono::milliseconds> left);

}  // namespace netioconf::conformance::execution
