#include "conformance/implementations/library/supervision/supervise.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "conformance/implementations/child/interruption.h"
#include "conformance/implementations/library/supervision/output_to_error.h"
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

// Runs `run` in a copy of this test whose standard output is a pipe, and returns what comes out.
std::string printed_by(const std::function<int(const Beat&)>& run) {
  testing::internal::CaptureStdout();
  (void)supervise(unhurried, run);
  return testing::internal::GetCapturedStdout();
}

TEST(Supervised, PrintsItsReportAndNothingThatALibraryWroteToDescriptors) {
  EXPECT_EQ(printed_by([](const Beat&) {
              {
                const OutputToError output_to_error;
                signal(SIGPIPE, SIG_IGN);  // One may be a pipe of the test's parent.
                for (int each = STDERR_FILENO + 1; each < 1024; ++each)
                  if (write(each, "junk", 4) == 4) continue;
              }
              std::fputs("report", stdout);
              return 0;
            }),
            "report");
}

TEST(Supervised, HasNotCompletedIfItsReportIsLost) {
  const Supervised supervised = supervise(unhurried, [](const Beat&) {
    {
      const OutputToError output_to_error;
      for (int each = 0; each < 1024; ++each) close(each);
    }
    std::fputs("report", stdout);
    return 0;
  });
  EXPECT_EQ(supervised.result, std::nullopt);
  EXPECT_EQ(supervised.end.detail, "it closed descriptors of this process");
}

TEST(Supervised, CouldNotRunIfItsReportCannotBePrinted) {
  const auto print_to_full_device = [] {
    if (std::freopen("/dev/full", "w", stdout) == nullptr) _exit(1);
    const Supervised supervised = supervise(unhurried, [](const Beat&) {
      std::fputs("report", stdout);
      return 0;
    });
    _exit(supervised.result.value_or(1));
  };
  EXPECT_EXIT(print_to_full_device(), testing::ExitedWithCode(2), "standard output: No space left");
}

// A signal that the library blocks, so that the copy cannot end its run.
TEST(Supervised, IsEndedIfItNoticesNoInterruption) {
  child::note_interruptions();
  const Supervised supervised = supervise(milliseconds{10'000}, [](const Beat& beat) {
    signal(SIGTERM, SIG_IGN);
    kill(getppid(), SIGTERM);
    for (;;) {
      beat();
      beat();
      std::this_thread::sleep_for(milliseconds{10});
    }
    return 0;
  });
  child::forget_interruptions();
  EXPECT_EQ(supervised.result, std::nullopt);
  EXPECT_EQ(supervised.end.detail, "it kept the signal from this process");
}

TEST(Supervised, LearnsTheSignalThatInterruptsThisProcess) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    child::note_interruptions();
    const Supervised supervised = supervise(unhurried, [=](const Beat&) {
      kill(getppid(), number);
      while (child::interruption() == 0) std::this_thread::sleep_for(milliseconds{1});
      return child::interruption();
    });
    child::forget_interruptions();
    EXPECT_EQ(supervised.result, number);
  }
}

// The copy notes it and completes, but no user interrupted the run.
TEST(Supervised, HasNotCompletedIfTheLibraryInterruptsIt) {
  child::note_interruptions();
  const Supervised supervised = supervise(unhurried, [](const Beat&) { return raise(SIGTERM); });
  child::forget_interruptions();
  EXPECT_EQ(supervised.result, std::nullopt);
  EXPECT_EQ(supervised.end.ending, oracle::Ending::crashed);
  EXPECT_EQ(supervised.end.detail, "SIGTERM");
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
