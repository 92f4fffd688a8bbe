#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
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

// Where callbacks run: before deliver() returns on the thread that called it, one at a time; on a thread
// of the notifier, one at a time; or on several such threads, also at the same time.
enum class Delivery : std::uint8_t { callers_thread, own_thread, concurrent };

// The registrations and the pending notifications. Callbacks begin in the order of post() and may call
// any method.
class Notifier {
 public:
  using Registrations = std::map<HANDLE, Registration>;

  Notifier();
  Notifier(const Notifier&) = delete;
  Notifier& operator=(const Notifier&) = delete;
  // Waits for callbacks that run on threads of the notifier. No further one begins.
  ~Notifier();

  // Waits until all callbacks have ended. False, without a change, within a callback.
  [[nodiscard]] bool deliver_on(Delivery delivery);
  [[nodiscard]] Delivery delivery() const;

  [[nodiscard]] HANDLE add(const Registration& registration);
  [[nodiscard]] bool knows(HANDLE handle) const;
  [[nodiscard]] Registrations registrations() const;
  // Whether any registration exists; cheaper than listing them.
  [[nodiscard]] bool has_listeners() const;
  // Waits for callbacks of the registration that run on other threads.
  void remove(HANDLE handle);
  // Waits for callbacks that run on other threads, except within a callback. forget() never waits.
  void clear();
  void forget();

  void post(Notification notification);
  // On the caller's thread, returns when everything posted before has been delivered; within a callback
  // it returns at once, as the running delivery delivers the rest. Otherwise it does not wait.
  void deliver();

  // Whether a callback of the registration, or any callback, runs on this thread.
  [[nodiscard]] bool within_callback_of(HANDLE handle) const;
  [[nodiscard]] bool within_callback() const;
  // These wait until the initial notifications of a registration, or all notifications, are delivered.
  // Within a callback they return at once.
  void wait_for_initial(HANDLE handle);
  void wait_for_all();

  // The lock, to hold during fork(). In the child, where only the thread that forked exists, forked()
  // comes before its release: new threads replace those of the parent, and what was posted is notified
  // in the parent only.
  [[nodiscard]] std::unique_lock<std::mutex> hold() const { return Lock(mutex_); }
  void forked();

 private:
  struct Threads;

  struct Running {
    std::thread::id thread;
    HANDLE handle;
    MIB_NOTIFICATION_TYPE type;
  };

  using Lock = std::unique_lock<std::mutex>;

  [[nodiscard]] bool runs_here() const;
  [[nodiscard]] bool runs_elsewhere(std::optional<HANDLE> handle) const;
  // Takes the oldest notification and makes its callback without the lock.
  void deliver_next(Lock& lock);
  void start_threads();
  void stop_threads();
  static void* run(void* notifier);
  void work();

  mutable std::mutex mutex_;  // Guards all members but the last. Not held while a callback runs.
  Registrations registrations_;
  std::deque<Notification> posted_;
  std::vector<Running> running_;
  std::uintptr_t last_handle_ = 0;
  Delivery delivery_ = Delivery::callers_thread;
  bool stopping_ = false;
  std::unique_ptr<Threads> threads_;
  std::atomic<std::size_t> undelivered_ = 0;
};

}  // namespace netioconf::conformance::emulator
