#include "conformance/implementations/library/supervision/supervise.h"

#include <fmt/format.h>

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <thread>

#include "conformance/implementations/child/interruption.h"
#include "conformance/implementations/child/memory.h"
#include "conformance/implementations/child/shared_memory.h"
#include "conformance/implementations/library/supervision/captured_output.h"
#include "conformance/implementations/library/supervision/stall_watch.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::implementations::library::supervision {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// A copy that ends its run needs it for the report.
constexpr milliseconds report_time{10'000};

// Between the arrivals of one signal in this process and in its copy, if it was sent to both.
constexpr milliseconds arrival_time{200};

// Memory that both processes share.
struct Board {
  std::atomic<std::uint64_t> beats;
  std::atomic<int> interrupted;  // the signal that the copy has noticed; 0: none
  std::atomic<bool> output_lost;
  std::atomic<int> result;
  std::atomic<bool> finished;
};

// Blocks the signals that interrupt a run while this object exists.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigemptyset(&all);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&all, number);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

struct SupervisionLimits {
  milliseconds time;
  std::uint64_t memory;  // bytes
  bool interrupted;      // before the copy was made, so that it knows
};

// The end of a copy that has finished. A signal that came to it alone is one that the library raised.
Supervised finished(const Board& board) {
  if (board.interrupted != 0 && child::interruption() == 0) std::this_thread::sleep_for(arrival_time);
  if (board.interrupted != 0 && child::interruption() == 0) {
    return {.end = {oracle::Ending::crashed, child::signal_name(board.interrupted)}};
  }
  return {.result = board.result.load()};
}

Supervised watch(const child::Process& process, const Board& board, const SupervisionLimits& limits) {
  child::MemoryWatch memory{process, limits.memory};
  StallWatch stall{limits.time, steady_clock::now()};
  std::optional<steady_clock::time_point> asked;
  if (limits.interrupted) asked = steady_clock::now();
  for (;;) {
    // The copy ends its run by itself, with a report, unless the library takes or blocks the signal.
    if (!asked && child::interruption() != 0) {
      process.ask_to_end(child::interruption());
      asked = steady_clock::now();
    }
    const std::optional<child::End> end = process.ended();
    if (board.finished) return finished(board);
    if (end && board.output_lost)
      return {.end = {oracle::Ending::garbled, "it closed descriptors of this process"}};
    if (asked && board.interrupted == 0 &&
        steady_clock::now() - *asked > std::max(limits.time, report_time))
      return {.end = {oracle::Ending::hung, "it kept the signal from this process"}};
    if (end) return {.end = *end};
    if (stall.is_stalled(board.beats, steady_clock::now()))
      return {.end = {oracle::Ending::hung, child::longer_than(limits.time)}};
    if (memory.is_over()) return {.end = memory.end()};
    std::this_thread::sleep_for(milliseconds{2});
  }
}

}  // namespace

Supervised supervise(milliseconds time_limit, const std::function<int(const Beat&)>& run,
                     std::uint64_t memory_limit) {
  const child::SharedMemory<Board> board;
  const Supervised impossible{
      .end = {oracle::Ending::unavailable, "this machine cannot create another process"}};
  if (!board.there()) return impossible;
  // No signal comes between the look and the copy, so both processes know the same.
  std::optional<SignalsBlocked> blocked{std::in_place};
  const bool interrupted = child::interruption() != 0;
  CapturedOutput output;
  const auto process = child::Process::start(child::Process::Group::parents, [&] {
    blocked.reset();
    output.begin();
    (*board).result = run([&] {
      ++(*board).beats;
      (*board).interrupted = child::interruption();
    });
    (*board).interrupted = child::interruption();
    std::cout.flush();
    (*board).output_lost = std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
    std::fflush(nullptr);
    (*board).finished = !(*board).output_lost;
  });
  blocked.reset();
  if (!process) return impossible;
  Supervised supervised =
      watch(*process, *board, {.time = time_limit, .memory = memory_limit, .interrupted = interrupted});
  if (supervised.result && !output.print()) {
    supervised.result = reports::could_not_run(
        fmt::format("standard output: {} (write the report with --out)", std::strerror(errno)));
  }
  return supervised;
}

}  // namespace netioconf::conformance::implementations::library::supervision
