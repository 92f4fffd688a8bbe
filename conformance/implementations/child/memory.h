#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "conformance/implementations/child/process.h"

namespace netioconf::conformance::implementations::child {

// The same limit as libFuzzer's default.
inline constexpr std::uint64_t usual_memory_limit = std::uint64_t{2} << 30U;  // bytes

// Keeps a process, with those that it started, from using up the machine's memory. A limit in the kernel
// would have to be on address space, of which sanitizers reserve terabytes, and a library without memory
// fails in ways that do not show the cause. So the parent checks the process, at most every 20 ms. The
// process must outlive this object.
class MemoryWatch {
 public:
  explicit MemoryWatch(const Process& process, std::uint64_t limit = usual_memory_limit);

  // Takes the present memory as what the process needs to run at all.
  void is_ready();
  // Counts memory from now on.
  void begin();
  // Whether it took more than the limit since then. It may have freed some in between.
  [[nodiscard]] bool is_over();
  // Whether it keeps so much memory since it was ready that it should be replaced.
  [[nodiscard]] bool has_much_left();
  // The end of a process that is killed for this reason.
  [[nodiscard]] End end() const;

 private:
  void look();

  const Process& process_;
  std::uint64_t limit_;
  std::uint64_t now_;
  std::uint64_t at_ready_ = now_;
  std::uint64_t at_begin_ = now_;
  std::chrono::steady_clock::time_point next_look_;
};

}  // namespace netioconf::conformance::implementations::child
