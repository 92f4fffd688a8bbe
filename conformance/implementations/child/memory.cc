#include "conformance/implementations/child/memory.h"

#include <fmt/format.h>

namespace netioconf::conformance::implementations::child {
namespace {

constexpr std::chrono::milliseconds between_looks{20};

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t mib = std::uint64_t{1} << 20U;
  constexpr std::uint64_t gib = std::uint64_t{1} << 30U;
  return bytes % gib == 0 ? fmt::format("{} GiB", bytes / gib) : fmt::format("{} MiB", bytes / mib);
}

}  // namespace

MemoryWatch::MemoryWatch(const Process& process, std::uint64_t limit)
    : process_{process}, limit_{limit}, now_{process.memory()} {}

void MemoryWatch::look() {
  const auto moment = std::chrono::steady_clock::now();
  if (moment < next_look_) return;
  next_look_ = moment + between_looks;
  now_ = process_.memory();
}

void MemoryWatch::is_ready() {
  now_ = process_.memory();
  at_ready_ = now_;
  at_begin_ = now_;
}

void MemoryWatch::begin() {
  look();
  at_begin_ = now_;
}

bool MemoryWatch::is_over() {
  look();
  const std::uint64_t most = at_begin_ + limit_;
  // Pages of a process that forks while its family is read count twice, but not in the next reading.
  return now_ > most && process_.memory() > most;
}

bool MemoryWatch::has_much_left() {
  look();
  return now_ > at_ready_ + limit_ / 2;
}

End MemoryWatch::end() const {
  return {oracle::Ending::crashed,
          fmt::format("killed when it took more than {} of memory", size_text(limit_))};
}

}  // namespace netioconf::conformance::implementations::child
