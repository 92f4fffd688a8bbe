#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

#include "conformance/abi/netioapi.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::inline api {

// The registration of a callback with an unknown context.
inline constexpr std::uint32_t unknown_registration = 0xffffffff;

// How long to wait for callbacks.
struct Patience {
  std::chrono::milliseconds limit{1000};    // for the next one that is wanted
  std::chrono::milliseconds further{200};   // for each further one
  std::chrono::milliseconds longest{3750};  // for all that are wanted
  std::chrono::milliseconds grace{20};      // after that, for unexpected ones

  [[nodiscard]] constexpr std::chrono::milliseconds limit_for(std::size_t wanted) const {
    if (wanted <= 1) return limit;
    const auto most = static_cast<std::size_t>((longest - std::min(longest, limit)).count());
    const auto more = (wanted - 1) * static_cast<std::size_t>(further.count());
    return limit + std::chrono::milliseconds{std::min(more, most)};
  }
};
inline constexpr std::chrono::milliseconds no_time{0};
inline constexpr Patience no_patience{no_time, no_time, no_time, no_time};

// The patience for calls with a time limit, so that waiting for callbacks does not count as a hang.
[[nodiscard]] constexpr Patience within(std::chrono::milliseconds time_limit, Patience patience) {
  patience.limit = std::min(patience.limit, time_limit / 2);
  patience.longest = time_limit * 3 / 4;
  return patience;
}

// Collects the callbacks of one implementation, from any thread at any time. One thread at a time uses
// it. A context is a number rather than an address, so a callback does no harm if its context is wrong,
// its registration is cancelled or the mailbox no longer exists.
class Mailbox {
 public:
  Mailbox() = default;
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;
  ~Mailbox();

  // The context to pass to NotifyRouteChange2.
  [[nodiscard]] PVOID context_for(std::uint32_t registration);
  [[nodiscard]] static PIPFORWARD_CHANGE_CALLBACK callback();

  // Waits until this many uncollected callbacks have arrived, or a limit has passed.
  [[nodiscard]] std::vector<oracle::Notification> collect(std::size_t at_least, Patience patience);

  // Removes every registration. Late callbacks of these are dropped.
  void clear();
  // After a call that removes every registration. Callbacks of these from now on are collected with
  // oracle::earlier_registration, and collect() does not wait for them.
  void expect_none_of_earlier();

 private:
  friend class Switchboard;
  // Guarded by the switchboard.
  std::vector<oracle::Notification> arrived_;
  std::size_t arrived_of_earlier_ = 0;
  std::thread::id thread_;  // that registered a callback last, or removed them
};

}  // namespace netioconf::conformance::implementations::inline api
