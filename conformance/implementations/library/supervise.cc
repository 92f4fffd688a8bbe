#include "conformance/implementations/library/supervise.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <iostream>
#include <thread>

#include "conformance/implementations/library/channel.h"
#include "conformance/implementations/library/memory.h"
#include "conformance/implementations/library/shared_memory.h"

namespace netioconf::conformance::implementations::library {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Memory that both processes share.
struct Board {
  std::atomic<std::uint64_t> beats;
  std::atomic<int> result;
  std::atomic<bool> finished;
};

Supervised watch(const Process& process, const Board& board, milliseconds time_limit) {
  MemoryWatch memory{process};
  std::uint64_t beats = 0;
  auto last_sign = steady_clock::now();
  for (;;) {
    const std::optional<End> end = process.ended();
    if (board.finished) return {.result = board.result.load(), .end = {}};
    if (end) return {.result = std::nullopt, .end = *end};
    const auto now = steady_clock::now();
    const bool called = beats == 0 || beats % 2 == 1;
    if (board.beats != beats) {
      beats = board.beats;
      last_sign = now;
    } else if (called && now - last_sign > time_limit) {
      return {.result = std::nullopt, .end = {oracle::Ending::hung, longer_than(time_limit)}};
    }
    if (memory.is_over()) return {.result = std::nullopt, .end = memory.end()};
    std::this_thread::sleep_for(milliseconds{2});
  }
}

}  // namespace

Supervised supervise(milliseconds time_limit, const std::function<int(const Beat&)>& run) {
  const SharedMemory<Board> board;
  const Supervised impossible{
      .result = std::nullopt,
      .end = {oracle::Ending::unavailable, "this machine cannot create another process"}};
  if (!board.there()) return impossible;
  const auto process = Process::start(Process::Group::parents, [&] {
    (*board).result = run([&] { ++(*board).beats; });
    std::cout.flush();
    std::fflush(nullptr);
    (*board).finished = true;
  });
  if (!process) return impossible;
  return watch(*process, *board, time_limit);
}

}  // namespace netioconf::conformance::implementations::library
