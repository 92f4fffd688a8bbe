#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "conformance/emulator/exports/clients/fake.h"

// Programs that would hang if callbacks came on the thread of the call that caused them.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

using namespace std::chrono_literals;

// Keeps a set of routes in step with the machine, under one lock.
class Monitor {
 public:
  ~Monitor() { EXPECT_EQ(CancelMibChangeNotify2(handle_), NO_ERROR); }

  void start() { ASSERT_EQ(NotifyRouteChange2(ipv4, &Monitor::on_change, this, 0, &handle_), NO_ERROR); }
  NETIO_STATUS add(const MIB_IPFORWARD_ROW2& row) {
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

using Locking = Fake;

TEST_F(Locking, TakesTheSameLockInCreateAndInTheCallback) {
  Monitor monitor;
  monitor.start();
  for (std::uint8_t number = 0; number < 100; ++number) {
    ASSERT_EQ(monitor.add(numbered(number)), NO_ERROR);
  }
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(monitor.heard(), 100);
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

// One thread adds the routes and receives afterwards.
TEST_F(Locking, FillsABoundedQueueInTheCallback) {
  constexpr int routes = 200;
  for (const int where : {NETIOEMU_OWN_THREAD, NETIOEMU_CONCURRENT}) {
    ASSERT_EQ(netioemu_start("windows"), 0);
    ASSERT_EQ(netioemu_set_callbacks(where), 0);
    BoundedQueue queue;
    const auto forward = [](PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE) {
      static_cast<BoundedQueue*>(context)->send(*row);
    };
    HANDLE handle = nullptr;
    ASSERT_EQ(NotifyRouteChange2(ipv4, forward, &queue, 0, &handle), NO_ERROR);
    for (int number = 0; number < routes; ++number) {
      const MIB_IPFORWARD_ROW2 row = numbered(static_cast<std::uint8_t>(number));
      ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
    }
    for (int number = 0; number < routes; ++number) ASSERT_TRUE(queue.receive());
    ASSERT_EQ(CancelMibChangeNotify2(handle), NO_ERROR);
  }
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports::clients
