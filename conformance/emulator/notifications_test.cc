#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "conformance/emulator/samples_for_test.h"

// NotifyRouteChange2, CancelMibChangeNotify2, and several callers at once.
namespace netioconf::conformance::emulator {
namespace {

using namespace samples;

struct Heard {
  MIB_NOTIFICATION_TYPE type;
  std::optional<MIB_IPFORWARD_ROW2> row;
};

struct Listener {
  Emulator* emulator = nullptr;
  std::vector<Heard> heard;
  std::uint32_t found = ~0U;  // The result of Get within the callback.
  HANDLE handle = nullptr;
  bool cancels = false;

  static void call(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
    auto& self = *static_cast<Listener*>(context);
    self.heard.push_back({type, row ? std::optional(*row) : std::nullopt});
    if (row == nullptr) return;
    MIB_IPFORWARD_ROW2 copy = *row;
    self.found = self.emulator->get_route(&copy);
    if (self.cancels) (void)self.emulator->cancel_notification(self.handle);
  }
};

class Notifications : public testing::Test {
 protected:
  void SetUp() override { listener_.emulator = &emulator_; }

  void listen(ADDRESS_FAMILY family, BOOLEAN initial = 0) {
    ASSERT_EQ(
        emulator_.notify_route_change(family, &Listener::call, &listener_, initial, &listener_.handle),
        STATUS_SUCCESS);
    ASSERT_NE(listener_.handle, nullptr);
  }

  std::uint64_t now_s_ = 5;
  Emulator emulator_{samples::a_host(), common(), [this] { return now_s_; }};
  Listener listener_;
};

TEST_F(Notifications, AreMadeForEachChangeBeforeTheCallReturns) {
  listen(unspecified);
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(listener_.found, STATUS_SUCCESS);
  row.Metric = 8;
  ASSERT_EQ(emulator_.set_route(&row), STATUS_SUCCESS);
  ASSERT_EQ(emulator_.delete_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(listener_.found, STATUS_NOT_FOUND);
  ASSERT_EQ(listener_.heard.size(), 3U);
  EXPECT_EQ(listener_.heard[0].type, MibAddInstance);
  EXPECT_EQ(listener_.heard[1].type, MibParameterNotification);
  EXPECT_EQ(listener_.heard[1].row->Metric, 8U);
  EXPECT_EQ(listener_.heard[2].type, MibDeleteInstance);
  EXPECT_EQ(listener_.heard[2].row->InterfaceIndex, 1U);
}

TEST_F(Notifications, SayNothingOfRefusedCalls) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  listen(unspecified);
  EXPECT_NE(emulator_.create_route(&row), STATUS_SUCCESS);
  row.NextHop = samples::ip4(192, 0, 2, 2);
  EXPECT_NE(emulator_.set_route(&row), STATUS_SUCCESS);
  EXPECT_NE(emulator_.delete_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(listener_.heard.empty());
}

TEST_F(Notifications, AreOfTheFamilyThatWasAsked) {
  listen(ipv6);
  const MIB_IPFORWARD_ROW2 four = samples::a_route();
  const MIB_IPFORWARD_ROW2 six = samples::an_ipv6_route();
  ASSERT_EQ(emulator_.create_route(&four), STATUS_SUCCESS);
  EXPECT_TRUE(listener_.heard.empty());
  ASSERT_EQ(emulator_.create_route(&six), STATUS_SUCCESS);
  EXPECT_EQ(listener_.heard.size(), 1U);
}

TEST_F(Notifications, BeginWithNoRowWhenAsked) {
  listen(ipv4, 1);
  ASSERT_EQ(listener_.heard.size(), 1U);
  EXPECT_EQ(listener_.heard[0].type, MibInitialNotification);
  EXPECT_FALSE(listener_.heard[0].row);
}

TEST_F(Notifications, EndWithTheirCancellation) {
  listen(unspecified);
  ASSERT_EQ(emulator_.cancel_notification(listener_.handle), STATUS_SUCCESS);
  EXPECT_NE(emulator_.cancel_notification(listener_.handle), STATUS_SUCCESS);
  EXPECT_NE(emulator_.cancel_notification(nullptr), STATUS_SUCCESS);
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(listener_.heard.empty());
}

TEST_F(Notifications, MayBeCancelledFromTheCallback) {
  listener_.cancels = true;
  listen(unspecified);
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  ASSERT_EQ(emulator_.delete_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(listener_.heard.size(), 1U);
}

TEST_F(Notifications, AreMadeForExpiry) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.ValidLifetime = row.PreferredLifetime = 1;
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  listen(unspecified);
  now_s_ += 2;
  EXPECT_TRUE(samples::routes_of(emulator_).empty());
  ASSERT_EQ(listener_.heard.size(), 1U);
  EXPECT_EQ(listener_.heard[0].type, MibDeleteInstance);
}

TEST_F(Notifications, AreRefusedForUnknownFamiliesAndNullArguments) {
  HANDLE handle = this;
  EXPECT_EQ(emulator_.notify_route_change(17, &Listener::call, nullptr, 0, &handle),
            STATUS_INVALID_PARAMETER);
  EXPECT_EQ(handle, nullptr);
  EXPECT_EQ(emulator_.notify_route_change(ipv4, nullptr, nullptr, 0, &handle), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(emulator_.notify_route_change(ipv4, &Listener::call, nullptr, 0, nullptr),
            STATUS_INVALID_PARAMETER);
}

// Counts callbacks, and records whether two of them ever ran at the same time.
struct Counter {
  std::atomic<int> running = 0;
  std::atomic<int> overlapping = 0;
  std::atomic<int> added = 0;
  std::atomic<int> deleted = 0;

  static void call(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE type) {
    auto& self = *static_cast<Counter*>(context);
    if (++self.running > 1) ++self.overlapping;
    if (type == MibAddInstance) ++self.added;
    if (type == MibDeleteInstance) ++self.deleted;
    --self.running;
  }
};

TEST(SeveralCallers, LoseNothing) {
  constexpr int callers = 4;
  constexpr int rounds = 500;
  Emulator emulator(samples::a_host());
  Counter counter;
  HANDLE handle = nullptr;
  ASSERT_EQ(emulator.notify_route_change(unspecified, &Counter::call, &counter, 0, &handle),
            STATUS_SUCCESS);
  std::vector<std::thread> threads;
  for (int caller = 0; caller < callers; ++caller) {
    threads.emplace_back([&, caller] {
      MIB_IPFORWARD_ROW2 row = samples::a_route();
      row.NextHop = samples::ip4(192, 0, 2, static_cast<std::uint8_t>(caller));
      for (int round = 0; round < rounds; ++round) {
        EXPECT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
        EXPECT_FALSE(samples::routes_of(emulator).empty());
        EXPECT_EQ(emulator.delete_route(&row), STATUS_SUCCESS);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counter.added, callers * rounds);
  EXPECT_EQ(counter.deleted, callers * rounds);
  EXPECT_EQ(counter.overlapping, 0);
  EXPECT_TRUE(samples::routes_of(emulator).empty());
}

TEST(SeveralCallers, MakeOneEntryOfOneKey) {
  Emulator emulator(samples::a_host());
  std::atomic<int> made = 0;
  std::vector<std::thread> threads;
  for (int caller = 0; caller < 4; ++caller) {
    threads.emplace_back([&] {
      MIB_IPFORWARD_ROW2 row = samples::a_route();
      for (std::uint8_t i = 0; i < 200; ++i) {
        row.NextHop = samples::ip4(192, 0, 2, i);
        if (emulator.create_route(&row) == STATUS_SUCCESS) ++made;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(made, 200);
  EXPECT_EQ(samples::routes_of(emulator).size(), 200U);
}

}  // namespace
}  // namespace netioconf::conformance::emulator
