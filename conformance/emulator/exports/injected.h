#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance::emulator::exports {

// The statuses that a test wants calls to answer, instead of being made. May be used from several
// threads.
class InjectedStatuses {
 public:
  // The nth call from now; 1 is the next one. False, without a change, if that call has a status
  // already.
  [[nodiscard]] bool answer(Call call, std::uint32_t nth, std::uint32_t status);
  void set_elevated(bool elevated);
  void delay_link(std::uint64_t luid, std::uint32_t calls);
  void clear();
  [[nodiscard]] bool delays_links() const;

  // The status of the next call, which names this link; 0: none.
  [[nodiscard]] std::optional<std::uint32_t> next(Call call, std::uint64_t luid,
                                                  const Behaviour& behaviour);

  // The lock, to hold during fork().
  [[nodiscard]] std::unique_lock<std::mutex> hold() const { return std::unique_lock{mutex_}; }

 private:
  mutable std::mutex mutex_;
  std::map<Call, std::map<std::uint64_t, std::uint32_t>> planned_;  // By the number of the call.
  std::map<Call, std::uint64_t> calls_;
  std::map<std::uint64_t, std::uint32_t> delays_;  // Calls left, by LUID.
  bool elevated_ = true;
};

}  // namespace netioconf::conformance::emulator::exports
