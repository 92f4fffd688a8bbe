#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <thread>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/exports/netioemu.h"

// A process that forks while it uses the library.
namespace netioconf::conformance::emulator::exports {
namespace {

using namespace std::chrono_literals;

constexpr int good = 7;

// The exit status of a child that does this; a child that hangs ends by a signal.
int status_of_child(const std::function<bool()>& action) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);
    _exit(action() ? good : 1);
  }
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

MIB_IPFORWARD_ROW2 to(std::uint32_t number) {
  MIB_IPFORWARD_ROW2 row;
  InitializeIpForwardEntry(&row);
  row.InterfaceLuid.Value = NETIOEMU_ETHERNET_LUID;
  row.DestinationPrefix.Prefix.Ipv4.sin_family = NETIOCONF_AF_INET;
  row.DestinationPrefix.Prefix.Ipv4.sin_addr.s_addr = number;
  row.DestinationPrefix.PrefixLength = 32;
  row.NextHop.si_family = NETIOCONF_AF_INET;
  return row;
}

bool create(std::uint32_t number) {
  const MIB_IPFORWARD_ROW2 row = to(number);
  return CreateIpForwardEntry2(&row) == NO_ERROR;
}

bool exists(std::uint32_t number) {
  MIB_IPFORWARD_ROW2 row = to(number);
  return GetIpForwardEntry2(&row) == NO_ERROR;
}

struct Callbacks {
  std::atomic<int> times = 0;
  std::atomic<bool> waits = false;

  static void count(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    auto& self = *static_cast<Callbacks*>(context);
    while (self.waits) std::this_thread::sleep_for(1ms);
    ++self.times;
  }
};

class Forking : public testing::TestWithParam<netioemu_callbacks> {
 protected:
  void SetUp() override {
    ASSERT_EQ(netioemu_start("windows"), 0);
    ASSERT_EQ(netioemu_set_callbacks(GetParam()), 0);
    ASSERT_EQ(NotifyRouteChange2(NETIOCONF_AF_INET, &Callbacks::count, &heard_, 0, &handle_), NO_ERROR);
  }
  void TearDown() override { EXPECT_EQ(CancelMibChangeNotify2(handle_), NO_ERROR); }

  Callbacks heard_;
  HANDLE handle_ = nullptr;
};

TEST_P(Forking, GivesTheChildACopyThatWorks) {
  ASSERT_TRUE(create(1));
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(status_of_child([this] {
              const bool changed = exists(1) && create(2) && netioemu_wait_for_callbacks() == 0;
              Callbacks initial;
              HANDLE handle = nullptr;
              return changed && heard_.times == 2 &&
                     NotifyRouteChange2(NETIOCONF_AF_INET, &Callbacks::count, &initial, 1, &handle) ==
                         NO_ERROR &&
                     initial.times == 1 && CancelMibChangeNotify2(handle) == NO_ERROR &&
                     CancelMibChangeNotify2(handle_) == NO_ERROR && netioemu_start(nullptr) == 0 &&
                     !exists(1);
            }),
            good);
  EXPECT_FALSE(exists(2));
  EXPECT_TRUE(create(3));
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(heard_.times, 2);
}

// The child of a child, as a daemon is.
TEST_P(Forking, GivesACopyOfTheCopy) {
  ASSERT_TRUE(create(1));
  EXPECT_EQ(status_of_child([this] {
              const bool changed = create(2) && netioemu_wait_for_callbacks() == 0;
              const int before = heard_.times;
              return changed && status_of_child([this, before] {
                                  return create(3) && netioemu_wait_for_callbacks() == 0 &&
                                         heard_.times == before + 1;
                                }) == good;
            }),
            good);
}

TEST_P(Forking, LetsTheChildEnd) {
  ASSERT_TRUE(create(1));
  EXPECT_EQ(status_of_child([] {
              if (create(2) && netioemu_wait_for_callbacks() == 0) std::exit(good);
              return false;
            }),
            good);
}

TEST_P(Forking, WorksWhileOtherThreadsMakeCalls) {
  std::atomic<bool> over = false;
  std::thread busy{[&over] {
    while (!over) {
      const MIB_IPFORWARD_ROW2 row = to(9);
      (void)CreateIpForwardEntry2(&row);
      (void)DeleteIpForwardEntry2(&row);
    }
  }};
  for (int time = 0; time < 20; ++time) {
    EXPECT_EQ(status_of_child([] {
                return create(2) && netioemu_wait_for_callbacks() == 0 && exists(2) &&
                       netioemu_add_address(NETIOEMU_ETHERNET_LUID, "192.0.2.11/24") == 0;
              }),
              good);
  }
  over = true;
  busy.join();
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Forking,
                         testing::Values(NETIOEMU_CALLERS_THREAD, NETIOEMU_OWN_THREAD,
                                         NETIOEMU_CONCURRENT));

// Each change is notified once, in the process in which it was made.
TEST(ForkingInBetween, LeavesWhatIsNotNotifiedToTheParent) {
  ASSERT_EQ(netioemu_start("windows"), 0);
  Callbacks heard;
  HANDLE handle = nullptr;
  ASSERT_EQ(NotifyRouteChange2(NETIOCONF_AF_INET, &Callbacks::count, &heard, 0, &handle), NO_ERROR);
  heard.waits = true;
  ASSERT_TRUE(create(1));
  ASSERT_TRUE(create(2));
  EXPECT_EQ(status_of_child([&heard] {
              heard.waits = false;
              return netioemu_wait_for_callbacks() == 0 && heard.times == 0 && create(3) &&
                     netioemu_wait_for_callbacks() == 0 && heard.times == 1;
            }),
            good);
  heard.waits = false;
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(heard.times, 2);
  EXPECT_EQ(CancelMibChangeNotify2(handle), NO_ERROR);
}

void fork_in_a_callback(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
  *static_cast<int*>(context) = status_of_child([] { return create(2) && exists(1) && exists(2); });
}

TEST(ForkingInACallback, LetsTheChildMakeCalls) {
  for (const int where : {NETIOEMU_CALLERS_THREAD, NETIOEMU_OWN_THREAD}) {
    ASSERT_EQ(netioemu_start("windows"), 0);
    ASSERT_EQ(netioemu_set_callbacks(where), 0);
    int status = 0;
    HANDLE handle = nullptr;
    ASSERT_EQ(NotifyRouteChange2(NETIOCONF_AF_INET, &fork_in_a_callback, &status, 0, &handle), NO_ERROR);
    ASSERT_TRUE(create(1));
    ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
    EXPECT_EQ(status, good);
    EXPECT_EQ(CancelMibChangeNotify2(handle), NO_ERROR);
  }
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports
