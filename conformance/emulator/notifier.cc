#include "conformance/emulator/notifier.h"

#include <pthread.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <utility>

namespace netioconf::conformance::emulator {
namespace {

constexpr std::size_t concurrent_threads = 4;

}  // namespace

// What belongs to the threads of one process.
struct Notifier::Threads {
  std::condition_variable changed;
  std::mutex callers_turn;  // Held while callbacks run on a caller's thread.
  // A std::thread has memory that only its own stack points to: a leak in a forked process.
  std::vector<pthread_t> workers;
};

Notifier::Notifier() : threads_{std::make_unique<Threads>()} {}

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
  threads_->changed.wait(lock, [&] { return !runs_elsewhere(handle); });
}

void Notifier::clear() {
  Lock lock(mutex_);
  registrations_.clear();
  if (runs_here()) return;
  threads_->changed.wait(lock, [&] { return !runs_elsewhere(std::nullopt); });
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
    threads_->changed.notify_all();
    return;
  }
  if (within_callback()) return;
  const std::lock_guard turn(threads_->callers_turn);
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
  threads_->changed.wait(lock, [&] {
    return std::none_of(posted_.begin(), posted_.end(), pending) &&
           std::none_of(running_.begin(), running_.end(), pending);
  });
}

void Notifier::wait_for_all() {
  Lock lock(mutex_);
  if (runs_here()) return;
  threads_->changed.wait(lock, [&] { return undelivered_ == 0; });
}

void Notifier::forked() {
  // What a thread waits for cannot be destroyed where the thread does not exist.
  static auto& of_parents = *new std::vector<std::unique_ptr<Threads>>;
  of_parents.push_back(std::exchange(threads_, std::make_unique<Threads>()));
  const std::thread::id here = std::this_thread::get_id();
  std::erase_if(running_, [here](const Running& each) { return each.thread != here; });
  posted_.clear();
  undelivered_ = running_.size();
  stopping_ = false;
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
  threads_->changed.notify_all();
}

void Notifier::start_threads() {
  const std::lock_guard lock(mutex_);
  if (stopping_) return;
  const std::size_t wanted = delivery_ == Delivery::concurrent ? concurrent_threads : 1;
  auto& workers = threads_->workers;
  while (workers.size() < wanted) {
    pthread_t worker{};
    if (pthread_create(&worker, nullptr, &Notifier::run, this) != 0) std::terminate();
    workers.push_back(worker);
  }
}

void Notifier::stop_threads() {
  std::vector<pthread_t> stopped;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    stopped.swap(threads_->workers);
  }
  threads_->changed.notify_all();
  for (const pthread_t worker : stopped) (void)pthread_join(worker, nullptr);
  const std::lock_guard lock(mutex_);
  stopping_ = false;
}

void* Notifier::run(void* notifier) {
  static_cast<Notifier*>(notifier)->work();
  return nullptr;
}

void Notifier::work() {
  Lock lock(mutex_);
  while (true) {
    threads_->changed.wait(lock, [this] { return stopping_ || !posted_.empty(); });
    if (stopping_) return;
    deliver_next(lock);
  }
}

}  // namespace netioconf::conformance::emulator
