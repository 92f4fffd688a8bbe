#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "conformance/implementations/library/process.h"

namespace netioconf::conformance {

// What libFuzzer allows its targets, too.
inline constexpr std::uint64_t usual_memory_limit = std::uint64_t{2} << 30U;  // bytes

// Sees to it that a process doesn't take the machine's memory. A limit of the kernel's would have to be
// on addresses, of which sanitizers take terabytes, and a library that is refused memory fails in a way
// that doesn't show why; so this is looked at from outside, at most every 20 ms. The process must live
// as long.
class MemoryWatch {
 public:
  explicit MemoryWatch(const Process& process, std::uint64_t limit = usual_memory_limit);

  // What it takes from now on counts.
  void begin();
  // It took more than the limit since then. In between it may have given some back.
  [[nodiscard]] bool is_over();
  // Of what it took since it was first watched so much is left that it should better be replaced.
  [[nodiscard]] bool has_much_left();
  // How a process ended that is killed for it.
  [[nodiscard]] End end() const;

 private:
  void look();

  const Process& process_;
  std::uint64_t limit_;
  std::uint64_t now_;
  std::uint64_t at_first_ = now_;
  std::uint64_t at_begin_ = now_;
  std::chrono::steady_clock::time_point next_look_;
};

}  // namespace netioconf::conformance
