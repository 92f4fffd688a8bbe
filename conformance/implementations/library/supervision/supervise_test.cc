#include "conformance/implementations/library/supervision/supervise.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <vector>

#include "conformance/implementations/library/testing/faulty.h"

namespace netioconf::conformance::implementations::library::supervision {
namespace {

using std::chrono::milliseconds;

TEST(Supervised, HandsOnTheResult) {
  const Supervised supervised = supervise(unhurried, [](const Beat&) { return 42; });
  EXPECT_EQ(supervised.result, 42);
}

TEST(Supervised, DoesNotTakeAnExitForTheEnd) {
  const Supervised exited = supervise(unhurried, [](const Beat&) -> int { exit(0); });
  EXPECT_EQ(exited.result, std::nullopt);
  EXPECT_EQ(exited.end.ending, oracle::Ending::exited);
  EXPECT_EQ(exited.end.detail, "exit status 0");
  EXPECT_EQ(supervise(unhurried, [](const Beat&) -> int { _exit(0); }).result, std::nullopt);
}

TEST(Supervised, LearnsOfACrash) {
  const Supervised crashed = supervise(unhurried, [](const Beat&) -> int { abort(); });
  EXPECT_EQ(crashed.result, std::nullopt);
  EXPECT_EQ(crashed.end.ending, oracle::Ending::crashed);
  EXPECT_EQ(crashed.end.detail, "SIGABRT");
}

TEST(Supervised, MayMakeManyCalls) {
  const auto run = [](const Beat& beat) {
    for (int call = 0; call < 20; ++call) {
      beat();
      beat();
    }
    return 1;
  };
  EXPECT_EQ(supervise(unhurried, run).result, 1);
}

TEST(Supervised, EndsWithThisProcessWhenNobodyReadsItsOutput) {
  const auto write_to_closed_pipe = [] {
    int ends[2];
    if (pipe(ends) != 0) _exit(1);
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    (void)supervise(unhurried, [](const Beat&) { return write(STDOUT_FILENO, "x", 1) == 1 ? 0 : 1; });
  };
  EXPECT_EXIT(write_to_closed_pipe(), testing::KilledBySignal(SIGPIPE), "");
}

TEST(Supervised, IsNotEndedByABrokenPipeOfItsOwnOnly) {
  const Supervised crashed = supervise(unhurried, [](const Beat&) { return raise(SIGPIPE); });
  EXPECT_EQ(crashed.end.detail, "SIGPIPE");
}

TEST(Supervised, IsEndedWhenACallDoesNotReturn) {
  const auto run = [](const Beat& beat) {
    for (int times = 0; times < 3; ++times) beat();
    for (;;) pause();
    return 1;
  };
  const Supervised stalled = supervise(milliseconds{200}, run);
  EXPECT_EQ(stalled.result, std::nullopt);
  EXPECT_EQ(stalled.end.ending, oracle::Ending::hung);
  EXPECT_EQ(stalled.end.detail, "longer than 200 ms");
}

TEST(Supervised, IsEndedWhenItTakesTooMuchMemory) {
  const auto run = [](const Beat& beat) {
    beat();
    std::vector<std::vector<char>> taken;
    while (taken.size() < 32) taken.emplace_back(std::size_t{16} << 20U, 'x');
    for (;;) pause();
    return 0;
  };
  const Supervised supervised = supervise(unhurried, run, std::uint64_t{256} << 20U);
  EXPECT_EQ(supervised.result, std::nullopt);
  EXPECT_EQ(supervised.end.detail, "killed when it took more than 256 MiB of memory");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::library::supervision
