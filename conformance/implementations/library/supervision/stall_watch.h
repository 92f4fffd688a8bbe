#pragma once

#include <chrono>
#include <cstdint>

namespace netioconf::conformance::implementations::library::supervision {

// Notices when a call takes too long, from the number of beats at each look. The beats before and after
// a call are a pair: the limit applies between the two. There is no limit between pairs.
class StallWatch {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  StallWatch(std::chrono::milliseconds limit, Moment begin) : limit_{limit}, last_beat_{begin} {}

  // `beats` is the number of beats so far.
  [[nodiscard]] bool is_stalled(std::uint64_t beats, Moment now) {
    if (beats != beats_) {
      beats_ = beats;
      last_beat_ = now;
    }
    const bool called = beats % 2 == 1;
    return called && now - last_beat_ > limit_;
  }

 private:
  std::chrono::milliseconds limit_;
  std::uint64_t beats_ = 0;
  Moment last_beat_;
};

}  // namespace netioconf::conformance::implementations::library::supervision
