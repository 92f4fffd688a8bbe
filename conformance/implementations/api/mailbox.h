#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "conformance/abi/netioapi.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance {

// The registration of a callback whose context was never handed out.
inline constexpr std::uint32_t unknown_registration = 0xffffffff;

// How long to wait for callbacks.
struct Patience {
  std::chrono::milliseconds limit{1000};  // until the wanted number has come
  std::chrono::milliseconds grace{20};    // after that, for those that nobody wanted
};
inline constexpr Patience no_patience{std::chrono::milliseconds{0}, std::chrono::milliseconds{0}};

// For who ends a call after that limit: he must not take waiting for callbacks for a call that hangs.
[[nodiscard]] constexpr Patience within(std::chrono::milliseconds time_limit, Patience patience) {
  patience.limit = std::min(patience.limit, time_limit / 2);
  return patience;
}

// Where the callbacks of one implementation arrive, from any thread and at any time. A context is a
// number and not an address: a callback that comes with a wrong one, after its registration was
// cancelled or after the mailbox is gone, does no harm.
class Mailbox {
 public:
  Mailbox() = default;
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;
  ~Mailbox();

  // What to pass to NotifyRouteChange2.
  [[nodiscard]] PVOID context_for(std::uint32_t registration);
  [[nodiscard]] static PIPFORWARD_CHANGE_CALLBACK callback();

  // Waits until at least so many have come that were not yet collected, or the limit has passed.
  [[nodiscard]] std::vector<oracle::Notification> collect(std::size_t at_least, Patience patience);

  // Forgets every registration. Callbacks that come late for one of them are dropped.
  void clear();

 private:
  friend class Switchboard;
  std::vector<oracle::Notification> arrived_;  // guarded by the switchboard
};

}  // namespace netioconf::conformance
