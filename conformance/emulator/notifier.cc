#include "conformance/emulator/notifier.h"

#include <utility>

namespace netioconf::conformance::emulator {

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
  {
    const std::lock_guard lock(mutex_);
    registrations_.erase(handle);
  }
  wait_for_delivery();
}

void Notifier::clear() {
  {
    const std::lock_guard lock(mutex_);
    registrations_.clear();
  }
  wait_for_delivery();
}

void Notifier::post(Notification notification) {
  const std::lock_guard lock(mutex_);
  ++undelivered_;
  posted_.push_back(std::move(notification));
}

void Notifier::deliver() {
  if (undelivered_ == 0 || within_callback()) return;
  const std::lock_guard lock(delivery_);
  deliverer_ = std::this_thread::get_id();
  while (auto ready = take()) {
    auto& [handle, context, row, type] = ready->notification;
    ready->callback(context, row ? &*row : nullptr, type);
    --undelivered_;
  }
  deliverer_ = std::thread::id();
}

std::optional<Notifier::Ready> Notifier::take() {
  const std::lock_guard lock(mutex_);
  while (!posted_.empty()) {
    Notification notification = std::move(posted_.front());
    posted_.pop_front();
    const auto registration = registrations_.find(notification.handle);
    if (registration != registrations_.end()) {
      return Ready{registration->second.callback, std::move(notification)};
    }
    --undelivered_;
  }
  return std::nullopt;
}

void Notifier::wait_for_delivery() {
  if (within_callback()) return;
  const std::lock_guard lock(delivery_);
}

}  // namespace netioconf::conformance::emulator
