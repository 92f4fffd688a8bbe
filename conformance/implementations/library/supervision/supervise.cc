#include "conformance/implementations/library/supervision/supervise.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <iostream>
#include <thread>

#include "conformance/implementations/child/interruption.h"
#include "conformance/implementations/child/memory.h"
#include "conformance/implementations/library/supervision/shared_memory.h"
#include "conformance/implementations/library/supervision/stall_watch.h"

namespace netioconf::conformance::implementations::library::supervision {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Memory that both processes share.
struct Board {
  std::atomic<std::uint64_t> beats;
  std::atomic<int> result;
  std::atomic<bool> finished;
};

// Blocks the signals that interrupt a run while this object exists.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t both;
    sigemptyset(&both);
    for (const int number : {SIGINT, SIGTERM}) sigaddset(&both, number);
    pthread_sigmask(SIG_BLOCK, &both, &before_);
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

Supervised watch(const child::Process& process, const Board& board, const SupervisionLimits& limits) {
  child::MemoryWatch memory{process, limits.memory};
  StallWatch stall{limits.time, steady_clock::now()};
  for (bool asked = limits.interrupted;;) {
    // The copy ends its run by itself, with a report.
    if (!asked && child::interruption() != 0) {
      process.ask_to_end();
      asked = true;
    }
    const std::optional<child::End> end = process.ended();
    if (board.finished) return {.result = board.result.load(), .end = {}};
    if (end) return {.result = std::nullopt, .end = *end};
    if (stall.is_stalled(board.beats, steady_clock::now()))
      return {.result = std::nullopt, .end = {oracle::Ending::hung, child::longer_than(limits.time)}};
    if (memory.is_over()) return {.result = std::nullopt, .end = memory.end()};
    std::this_thread::sleep_for(milliseconds{2});
  }
}

// Whether the reader of our standard output has ended, as that of `| head -1`.
bool output_has_no_reader() {
  pollfd output{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
  return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

// Ends this process as the copy ended: its output has no reader, which is no fault of the library.
void end_by_broken_pipe() {
  signal(SIGPIPE, SIG_DFL);
  raise(SIGPIPE);
}

}  // namespace

Supervised supervise(milliseconds time_limit, const std::function<int(const Beat&)>& run,
                     std::uint64_t memory_limit) {
  const SharedMemory<Board> board;
  const Supervised impossible{
      .result = std::nullopt,
      .end = {oracle::Ending::unavailable, "this machine cannot create another process"}};
  if (!board.there()) return impossible;
  // No signal comes between the look and the copy, so both processes know the same.
  std::optional<SignalsBlocked> blocked{std::in_place};
  const bool interrupted = child::interruption() != 0;
  const auto process = child::Process::start(child::Process::Group::parents, [&] {
    blocked.reset();
    (*board).result = run([&] { ++(*board).beats; });
    std::cout.flush();
    std::fflush(nullptr);
    (*board).finished = true;
  });
  blocked.reset();
  if (!process) return impossible;
  Supervised supervised =
      watch(*process, *board, {.time = time_limit, .memory = memory_limit, .interrupted = interrupted});
  if (supervised.end.detail == "SIGPIPE" && output_has_no_reader()) end_by_broken_pipe();
  return supervised;
}

}  // namespace netioconf::conformance::implementations::library::supervision
