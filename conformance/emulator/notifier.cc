#include "conformance/emulator/notifier.h"

#include <algorithm>
#include <utility>

namespace netioconf::conformance::emulator {
namespace {

constexpr std::size_t concurrent_threads = 4;

}  // namespace

Notifier::~Notifier() {
  forget();
  stop_threads();
}

bool Notifier::deliver_on(Delivery delivery) {
  if (within_callback()) return false;
  wait_for_all();
  stop_threads();
  const std::lock_guard lock(mutex_);
  delivery_ = delivery;
  return true;
}

Delivery Notifier::delivery() const {
  const std::lock_guard lock(mutex_);
  return delivery_;
}

HANDLE Notifier::add(const Registration& registration) {
  const std::lock_guard lock(mutex_);
  // A number rather than an address: an invalid handle must not be dereferenced.
  const auto handle = reinterpret_cast<HANDLE>(++last_handle_);
  registrations_.emplace(handle, registration);
  return handle;
}

bool Notifier::knows(HANDLE handle) const {
  const std::lock_guard lock(mutex_);
  return registrations_.contains(handle);
}

Notifier::Registrations Notifier::registrations() const {
  const std::lock_guard lock(mutex_);
  return registrations_;
}

bool Notifier::has_listeners() const {
  const std::lock_guard lock(mutex_);
  return !registrations_.empty();
}

void Notifier::remove(HANDLE handle) {
  Lock lock(mutex_);
  registrations_.erase(handle);
  changed_.wait(lock, [&] { return !runs_elsewhere(handle); });
}

void Notifier::clear() {
  Lock lock(mutex_);
  registrations_.clear();
  if (runs_here()) return;
  changed_.wait(lock, [&] { return !runs_elsewhere(std::nullopt); });
}

void Notifier::forget() {
  const std::lock_guard lock(mutex_);
  registrations_.clear();
}

void Notifier::post(Notification notification) {
  const std::lock_guard lock(mutex_);
  ++undelivered_;
  posted_.push_back(std::move(notification));
}

void Notifier::deliver() {
  if (undelivered_ == 0) return;
  if (delivery() != Delivery::callers_thread) {
    start_threads();
    changed_.notify_all();
    return;
  }
  if (within_callback()) return;
  const std::lock_guard turn(callers_turn_);
  Lock lock(mutex_);
  while (!posted_.empty()) deliver_next(lock);
}

bool Notifier::within_callback_of(HANDLE handle) const {
  const std::lock_guard lock(mutex_);
  return std::any_of(running_.begin(), running_.end(), [&](const Running& each) {
    return each.thread == std::this_thread::get_id() && each.handle == handle;
  });
}

bool Notifier::within_callback() const {
  const std::lock_guard lock(mutex_);
  return runs_here();
}

void Notifier::wait_for_initial(HANDLE handle) {
  Lock lock(mutex_);
  if (runs_here()) return;
  const auto pending = [handle](const auto& each) {
    return each.handle == handle && each.type == MibInitialNotification;
  };
  changed_.wait(lock, [&] {
    return std::none_of(posted_.begin(), posted_.end(), pending) &&
           std::none_of(running_.begin(), running_.end(), pending);
  });
}

void Notifier::wait_for_all() {
  Lock lock(mutex_);
  if (runs_here()) return;
  changed_.wait(lock, [&] { return undelivered_ == 0; });
}

bool Notifier::runs_here() const {
  return std::any_of(running_.begin(), running_.end(),
                     [](const Running& each) { return each.thread == std::this_thread::get_id(); });
}

bool Notifier::runs_elsewhere(std::optional<HANDLE> handle) const {
  return std::any_of(running_.begin(), running_.end(), [&](const Running& each) {
    return each.thread != std::this_thread::get_id() && (!handle || each.handle == *handle);
  });
}

void Notifier::deliver_next(Lock& lock) {
  Notification notification = std::move(posted_.front());
  posted_.pop_front();
  const auto registration = registrations_.find(notification.handle);
  if (registration != registrations_.end()) {
    const PIPFORWARD_CHANGE_CALLBACK callback = registration->second.callback;
    const std::thread::id here = std::this_thread::get_id();
    running_.push_back({here, notification.handle, notification.type});
    lock.unlock();
    callback(notification.context, notification.row ? &*notification.row : nullptr, notification.type);
    lock.lock();
    std::erase_if(running_, [here](const Running& each) { return each.thread == here; });
  }
  --undelivered_;
  changed_.notify_all();
}

void Notifier::start_threads() {
  const std::lock_guard lock(mutex_);
  if (stopping_) return;
  const std::size_t wanted = delivery_ == Delivery::concurrent ? concurrent_threads : 1;
  while (threads_.size() < wanted) threads_.emplace_back([this] { work(); });
}

void Notifier::stop_threads() {
  std::vector<std::thread> stopped;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    stopped.swap(threads_);
  }
  changed_.notify_all();
  for (std::thread& thread : stopped) thread.join();
  const std::lock_guard lock(mutex_);
  stopping_ = false;
}

void Notifier::work() {
  Lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !posted_.empty(); });
    if (stopping_) return;
    deliver_next(lock);
  }
}

}  // namespace netioconf::conformance::emulator
