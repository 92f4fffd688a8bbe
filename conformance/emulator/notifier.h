#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "conformance/abi/netioapi.h"

namespace netioconf::conformance::emulator {

struct Registration {
  ADDRESS_FAMILY family = 0;
  PIPFORWARD_CHANGE_CALLBACK callback = nullptr;
  PVOID context = nullptr;
};

struct Notification {
  HANDLE handle = nullptr;
  PVOID context = nullptr;
  std::optional<MIB_IPFORWARD_ROW2> row;  // Nothing: the callback gets NULL.
  MIB_NOTIFICATION_TYPE type = MibParameterNotification;
};

// The registrations and the pending notifications. Callbacks run one at a time, in the order of post(),
// and may call any method, including cancel().
class Notifier {
 public:
  using Registrations = std::map<HANDLE, Registration>;

  Notifier() = default;
  Notifier(const Notifier&) = delete;
  Notifier& operator=(const Notifier&) = delete;

  [[nodiscard]] HANDLE add(const Registration& registration);
  [[nodiscard]] bool knows(HANDLE handle) const;
  [[nodiscard]] Registrations registrations() const;
  // Whether any registration exists; cheaper than listing them.
  [[nodiscard]] bool has_listeners() const;
  // Waits for a callback that runs on another thread.
  void remove(HANDLE handle);
  void clear();

  void post(Notification notification);
  // Returns when everything posted before has been delivered. Within a callback it returns at once: the
  // running delivery delivers the rest.
  void deliver();

 private:
  struct Ready {
    PIPFORWARD_CHANGE_CALLBACK callback;
    Notification notification;
  };

  [[nodiscard]] bool within_callback() const { return deliverer_.load() == std::this_thread::get_id(); }
  [[nodiscard]] std::optional<Ready> take();
  void wait_for_delivery();

  mutable std::mutex mutex_;  // Guards the three members below.
  Registrations registrations_;
  std::deque<Notification> posted_;
  std::uintptr_t last_handle_ = 0;

  std::mutex delivery_;  // Held while callbacks run.
  std::atomic<std::thread::id> deliverer_;
  std::atomic<std::size_t> undelivered_ = 0;
};

}  // namespace netioconf::conformance::emulator
