#pragma once

#include <chrono>

namespace netioconf::conformance::search::sweep {

// The elapsed time of a sweep, and when to report progress. Reading the clock is slow compared with
// running a script in process, so the time is that of the last read().
class SweepClock {
 public:
  void read() { now_ = std::chrono::steady_clock::now(); }
  [[nodiscard]] std::chrono::steady_clock::duration elapsed() const { return now_ - start_; }
  [[nodiscard]] bool report_is_due() {
    if (now_ - reported_ < std::chrono::milliseconds{200}) return false;
    reported_ = now_;
    return true;
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point now_ = start_;
  std::chrono::steady_clock::time_point reported_ = start_;
};

}  // namespace netioconf::conformance::search::sweep
