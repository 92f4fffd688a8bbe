#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "conformance/emulator/samples_for_test.h"

// Callbacks on threads of the emulator.
namespace netioconf::conformance::emulator {
namespace {

using namespace samples;
using namespace std::chrono_literals;

// Opens once; waiting has a limit, so that a test ends.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
  }
  [[nodiscard]] bool wait() {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, 10s, [this] { return is_open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_open_ = false;
};

MIB_IPFORWARD_ROW2 route_numbered(std::uint8_t number) {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.NextHop = ip4(192, 0, 2, number);
  return row;
}

HANDLE listening(Emulator& emulator, PIPFORWARD_CHANGE_CALLBACK callback, PVOID context,
                 BOOLEAN initial = 0) {
  HANDLE handle = nullptr;
  EXPECT_EQ(emulator.notify_route_change(unspecified, callback, context, initial, &handle),
            STATUS_SUCCESS);
  return handle;
}

struct HeardThere {
  std::thread::id thread;
  std::vector<ULONG> metrics;

  static void hear(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE) {
    auto& self = *static_cast<HeardThere*>(context);
    self.thread = std::this_thread::get_id();
    if (row != nullptr) self.metrics.push_back(row->Metric);
  }
};

TEST(OwnThread, MakesTheCallbacksInOrder) {
  Emulator emulator(a_host());
  ASSERT_TRUE(emulator.deliver_on(Delivery::own_thread));
  HeardThere heard;
  (void)listening(emulator, &HeardThere::hear, &heard);
  std::vector<ULONG> expected;
  for (std::uint8_t number = 0; number < 50; ++number) {
    MIB_IPFORWARD_ROW2 row = route_numbered(number);
    row.Metric = number;
    ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
    expected.push_back(number);
  }
  emulator.wait_for_callbacks();
  EXPECT_NE(heard.thread, std::this_thread::get_id());
  EXPECT_EQ(heard.metrics, expected);
}

TEST(OwnThread, ConfirmsARegistrationBeforeTheCallReturns) {
  Emulator emulator(a_host(), windows());
  ASSERT_TRUE(emulator.deliver_on(Delivery::own_thread));
  std::atomic<int> heard = 0;
  const auto count = [](PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    std::this_thread::sleep_for(5ms);
    ++*static_cast<std::atomic<int>*>(context);
  };
  (void)listening(emulator, count, &heard, 1);
  EXPECT_EQ(heard, 2);
}

TEST(OwnThread, MayRegisterAndChangeRoutesInACallback) {
  Emulator emulator(a_host());
  ASSERT_TRUE(emulator.deliver_on(Delivery::own_thread));
  struct Nested {
    Emulator& emulator;
    HeardThere heard;
    int calls = 0;
  } nested{emulator, {}};
  const auto nest = [](PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    auto& self = *static_cast<Nested*>(context);
    if (++self.calls > 1) return;
    (void)listening(self.emulator, &HeardThere::hear, &self.heard, 1);
    const MIB_IPFORWARD_ROW2 other = route_numbered(9);
    EXPECT_EQ(self.emulator.create_route(&other), STATUS_SUCCESS);
    EXPECT_FALSE(self.emulator.deliver_on(Delivery::callers_thread));
  };
  (void)listening(emulator, nest, &nested);
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  emulator.wait_for_callbacks();
  EXPECT_EQ(nested.calls, 2);
  EXPECT_EQ(nested.heard.metrics.size(), 1U);
}

TEST(OwnThread, RunsOneCallbackAtATime) {
  Emulator emulator(a_host());
  ASSERT_TRUE(emulator.deliver_on(Delivery::own_thread));
  struct Counter {
    std::atomic<int> running = 0;
    std::atomic<int> together = 0;
    std::atomic<int> all = 0;
  } counter;
  const auto count = [](PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    auto& self = *static_cast<Counter*>(context);
    if (++self.running > 1) ++self.together;
    std::this_thread::yield();
    ++self.all;
    --self.running;
  };
  (void)listening(emulator, count, &counter);
  (void)listening(emulator, count, &counter);
  std::vector<std::thread> callers;
  for (std::uint8_t caller = 0; caller < 4; ++caller) {
    callers.emplace_back([&emulator, caller] {
      for (int round = 0; round < 50; ++round) {
        const MIB_IPFORWARD_ROW2 row = route_numbered(caller);
        EXPECT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
        EXPECT_EQ(emulator.delete_route(&row), STATUS_SUCCESS);
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  emulator.wait_for_callbacks();
  EXPECT_EQ(counter.all, 800);
  EXPECT_EQ(counter.together, 0);
}

TEST(Concurrent, RunsCallbacksAtTheSameTime) {
  Emulator emulator(a_host());
  ASSERT_TRUE(emulator.deliver_on(Delivery::concurrent));
  struct Meeting {
    std::atomic<int> arrived = 0;
    Gate both;
    std::atomic<bool> met = true;
  } meeting;
  const auto meet = [](PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    auto& self = *static_cast<Meeting*>(context);
    if (++self.arrived == 2) self.both.open();
    if (!self.both.wait()) self.met = false;
  };
  (void)listening(emulator, meet, &meeting);
  for (std::uint8_t number = 1; number <= 2; ++number) {
    const MIB_IPFORWARD_ROW2 row = route_numbered(number);
    ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  }
  emulator.wait_for_callbacks();
  EXPECT_TRUE(meeting.met);
}

// Waits in its callback until it is released.
struct Held {
  Gate entered;
  Gate release;
  std::atomic<bool> ended = false;
  std::atomic<int> calls = 0;

  static void hold(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    auto& self = *static_cast<Held*>(context);
    ++self.calls;
    self.entered.open();
    EXPECT_TRUE(self.release.wait());
    std::this_thread::sleep_for(5ms);
    self.ended = true;
  }
};

TEST(Cancel, ReturnsAfterTheRunningCallback) {
  for (const Delivery delivery : {Delivery::own_thread, Delivery::concurrent}) {
    Emulator emulator(a_host());
    ASSERT_TRUE(emulator.deliver_on(delivery));
    Held held;
    const HANDLE handle = listening(emulator, &Held::hold, &held);
    const MIB_IPFORWARD_ROW2 row = a_route();
    ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
    ASSERT_TRUE(held.entered.wait());
    ASSERT_EQ(emulator.delete_route(&row), STATUS_SUCCESS);
    std::thread releaser([&held] { held.release.open(); });
    ASSERT_EQ(emulator.cancel_notification(handle), STATUS_SUCCESS);
    EXPECT_TRUE(held.ended);
    const int calls = held.calls;
    releaser.join();
    ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
    emulator.wait_for_callbacks();
    EXPECT_EQ(held.calls, calls);
  }
}

TEST(Cancel, DoesNotWaitForOtherRegistrations) {
  Emulator emulator(a_host());
  ASSERT_TRUE(emulator.deliver_on(Delivery::own_thread));
  Held held;
  HeardThere heard;
  (void)listening(emulator, &Held::hold, &held);
  const HANDLE other = listening(emulator, &HeardThere::hear, &heard);
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  ASSERT_TRUE(held.entered.wait());
  EXPECT_EQ(emulator.cancel_notification(other), STATUS_SUCCESS);
  held.release.open();
  emulator.wait_for_callbacks();
  EXPECT_TRUE(heard.metrics.empty());
}

struct SelfCancelling {
  Emulator emulator{a_host(), windows()};
  HANDLE handle = nullptr;
  std::uint32_t status = ~0U;

  static void cancel(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    auto& self = *static_cast<SelfCancelling*>(context);
    self.status = self.emulator.cancel_notification(self.handle);
  }

  void run() {
    ASSERT_TRUE(emulator.deliver_on(Delivery::own_thread));
    handle = listening(emulator, &SelfCancelling::cancel, this);
    const MIB_IPFORWARD_ROW2 row = a_route();
    ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
    emulator.wait_for_callbacks();
  }
};

constexpr const char* never_returns = "CancelMibChangeNotify2 .* on Windows it never returns";

TEST(CancelDeathTest, OfTheOwnRegistrationIsReported) {
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
#ifdef NDEBUG
  testing::internal::CaptureStderr();
  SelfCancelling self;
  self.run();
  EXPECT_EQ(self.status, ERROR_INVALID_PARAMETER);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::ContainsRegex(never_returns));
#else
  EXPECT_DEATH(SelfCancelling().run(), never_returns);
#endif
}

TEST(Destruction, EndsOpenRegistrations) {
  HeardThere heard;
  Held held;
  auto emulator = std::make_unique<Emulator>(a_host());
  ASSERT_TRUE(emulator->deliver_on(Delivery::own_thread));
  (void)listening(*emulator, &Held::hold, &held);
  (void)listening(*emulator, &HeardThere::hear, &heard);
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator->create_route(&row), STATUS_SUCCESS);
  ASSERT_TRUE(held.entered.wait());
  std::thread releaser([&held] { held.release.open(); });
  emulator.reset();
  EXPECT_TRUE(held.ended);
  releaser.join();
}

TEST(Reset, EndsOpenRegistrations) {
  Emulator emulator(a_host());
  ASSERT_TRUE(emulator.deliver_on(Delivery::own_thread));
  HeardThere heard;
  (void)listening(emulator, &HeardThere::hear, &heard);
  ASSERT_EQ(emulator.reset(a_host()), 0);
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  emulator.wait_for_callbacks();
  EXPECT_TRUE(heard.metrics.empty());
}

}  // namespace
}  // namespace netioconf::conformance::emulator
