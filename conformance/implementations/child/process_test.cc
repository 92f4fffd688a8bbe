#include "conformance/implementations/child/process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace netioconf::conformance::implementations::child {
namespace {

End end_of(const std::function<void()>& run) {
  const auto process = Process::start(Process::Group::own, run);
  for (;;) {
    if (const auto end = process->ended()) return *end;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
}

TEST(Process, ReportsHowItEnded) {
  EXPECT_EQ(end_of([] {}).detail, "exit status 0");
  EXPECT_EQ(end_of([] { exit(7); }).detail, "exit status 7");
  EXPECT_EQ(end_of([] { _exit(255); }).ending, oracle::Ending::exited);
  const End killed = end_of([] { raise(SIGKILL); });
  EXPECT_EQ(killed.ending, oracle::Ending::crashed);
  EXPECT_EQ(killed.detail, "SIGKILL");
}

TEST(Process, ReportsThatItStopped) {
  const auto process = Process::start(Process::Group::own, [] { raise(SIGSTOP); });
  while (!process->stopped()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  EXPECT_FALSE(process->ended().has_value());
}

TEST(Process, IsKilledWithItsObject) {
  const auto begin = std::chrono::steady_clock::now();
  {
    const auto process = Process::start(Process::Group::own, [] { sleep(60); });
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{30});
}

TEST(Process, IsNotHiddenByAParentThatIgnoresIt) {
  const auto before = signal(SIGCHLD, SIG_IGN);
  EXPECT_EQ(end_of([] { _exit(5); }).detail, "exit status 5");
  signal(SIGCHLD, before);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::child
