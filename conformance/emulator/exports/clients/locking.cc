#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

#include "conformance/emulator/exports/clients/clients.h"
#include "conformance/emulator/exports/clients/fake.h"

// Programs that would hang if callbacks came on the thread of the call that caused them.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

using namespace std::chrono_literals;

// Keeps a set of routes in step with the machine, under one lock.
class Monitor {
 public:
  [[nodiscard]] NETIO_STATUS start() {
    return NotifyRouteChange2(ipv4, &Monitor::on_change, this, 0, &handle_);
  }
  [[nodiscard]] NETIO_STATUS stop() { return CancelMibChangeNotify2(handle_); }
  [[nodiscard]] NETIO_STATUS add(const MIB_IPFORWARD_ROW2& row) {
    const std::lock_guard lock(mutex_);
    return CreateIpForwardEntry2(&row);
  }
  [[nodiscard]] int heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }

 private:
  static void on_change(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    auto& self = *static_cast<Monitor*>(context);
    const std::lock_guard lock(self.mutex_);
    ++self.heard_;
  }

  std::mutex mutex_;
  int heard_ = 0;
  HANDLE handle_ = nullptr;
};

void takes_the_same_lock_in_create_and_in_the_callback(Expectations& expect) {
  Monitor monitor;
  if (!expect.success(monitor.start())) return;
  for (std::uint8_t number = 0; number < 100; ++number) expect.success(monitor.add(numbered(number)));
  expect.success(netioemu_wait_for_callbacks());
  expect.equal(monitor.heard(), 100);
  expect.success(monitor.stop());
}

// A queue that blocks its sender while it is full.
class BoundedQueue {
 public:
  void send(const MIB_IPFORWARD_ROW2& row) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return rows_.size() < capacity; });
    rows_.push_back(row);
    changed_.notify_all();
  }
  [[nodiscard]] bool receive() {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, 10s, [this] { return !rows_.empty(); })) return false;
    rows_.pop_front();
    changed_.notify_all();
    return true;
  }

 private:
  static constexpr std::size_t capacity = 128;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<MIB_IPFORWARD_ROW2> rows_;
};

void forward(PVOID queue, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE) {
  static_cast<BoundedQueue*>(queue)->send(*row);
}

// One thread adds the routes and receives afterwards.
void fill_a_queue(Expectations& expect, netioemu_callbacks where) {
  constexpr int count = 200;
  expect.success(netioemu_set_callbacks(where));
  BoundedQueue queue;
  HANDLE handle = nullptr;
  if (!expect.success(NotifyRouteChange2(ipv4, &forward, &queue, 0, &handle))) return;
  for (int number = 0; number < count; ++number) {
    const MIB_IPFORWARD_ROW2 row = numbered(static_cast<std::uint8_t>(number));
    expect.success(CreateIpForwardEntry2(&row));
  }
  for (int number = 0; number < count; ++number) {
    if (!expect.holds(queue.receive())) break;
  }
  expect.success(CancelMibChangeNotify2(handle));
}

void fills_a_bounded_queue_in_the_callback(Expectations& expect) {
  fill_a_queue(expect, NETIOEMU_OWN_THREAD);
}

void fills_a_bounded_queue_in_concurrent_callbacks(Expectations& expect) {
  fill_a_queue(expect, NETIOEMU_CONCURRENT);
}

constexpr std::array all = {
    Client{"lock-in-create-and-callback", &takes_the_same_lock_in_create_and_in_the_callback},
    Client{"bounded-queue", &fills_a_bounded_queue_in_the_callback},
    Client{"bounded-queue-concurrent", &fills_a_bounded_queue_in_concurrent_callbacks},
};

}  // namespace

std::span<const Client> locking_clients() { return all; }

}  // namespace netioconf::conformance::emulator::exports::clients
