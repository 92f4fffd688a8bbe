// A process that lacks an output or memory ends with one line and exit status 2.
#include "conformance/cli/process_setup.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <new>
#include <thread>

#include "conformance/cli/command_line.h"
#include "conformance/cli/options/command.h"
#include "corpora/files/temporary_folder.h"

namespace netioconf::conformance::cli {
namespace {

using Words = std::vector<const char*>;

const std::string output_lost =
    "netioconf: standard output cannot be written \\(free some space or redirect it\\)\n$";

// Runs the command as main() does, without these standard streams, and ends this process.
[[noreturn]] void run_without(const std::vector<int>& streams, Words words) {
  for (const int stream : streams) close(stream);
  set_up_process();
  words.insert(words.begin(), "netioconf");
  _exit(run_command_line(static_cast<int>(words.size()), words.data()));
}

[[noreturn]] void run_on_full_device(Words words) {
  dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
  run_without({}, std::move(words));
}

TEST(AProcess, WithoutStandardErrorLosesOnlyItsWords) {
  EXPECT_EXIT(run_without({2}, {"check", "--implementation", "emulatd"}), testing::ExitedWithCode(2),
              "");
  EXPECT_EXIT(run_without({2}, {"--version"}), testing::ExitedWithCode(0), "");
}

TEST(AProcess, WithoutAnyStandardStreamHasNoResult) {
  EXPECT_EXIT(run_without({0, 1, 2}, {"--version"}), testing::ExitedWithCode(2), "");
}

// A file that is opened would take the number of standard output.
TEST(AProcess, WithoutStandardOutputSaysSo) {
  EXPECT_EXIT(run_without({1}, {"rules"}), testing::ExitedWithCode(2), output_lost);
  EXPECT_EXIT(run_without({0, 1}, {"rules"}), testing::ExitedWithCode(2), output_lost);
}

TEST(AProcess, WhoseOutputHasNoSpaceSaysSo) {
  for (const Words& words : {Words{"--help"}, Words{"--version"}, Words{"check", "--help"},
                             Words{"scripts", "add", "--help"}, Words{"rules"}, Words{"layout"}})
    EXPECT_EXIT(run_on_full_device(words), testing::ExitedWithCode(2), output_lost) << words.front();
}

TEST(AProcess, WhoseFilesAreLimitedSaysWhichOneCannotBeWritten) {
  const corpora::files::TemporaryFolder folder;
  const auto run = [&] {
    const rlimit limit{.rlim_cur = 1024, .rlim_max = 1024};
    setrlimit(RLIMIT_FSIZE, &limit);
    run_without({}, {"check", "--implementation", "emulated", "--scripts",
                     "corpora/scripts/route.lifetimes/both_have_the_top_bit.textproto", "--out",
                     folder.path().c_str()});
  };
  EXPECT_EXIT(run(), testing::ExitedWithCode(2), "^netioconf: [^\n]*File too large[^\n]*\n$");
}

TEST(AProcess, WithoutMemoryForASubcommandSaysSo) {
  options::Program program{"netioconf", "", ""};
  program.subcommand("x", "").run([](const reports::Invocation&) -> int { throw std::bad_alloc{}; });
  const std::array<const char*, 2> words{"netioconf", "x"};
  testing::internal::CaptureStderr();
  EXPECT_EQ(program.run(2, words.data()), 2);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "netioconf: not enough memory (free some, or raise the limit)\n");
}

TEST(AProcess, WithoutMemoryForAThreadSaysSo) {
  const auto run = [] {
    set_up_process();
    std::jthread{[] { throw std::bad_alloc{}; }}.join();
  };
  EXPECT_EXIT(run(), testing::ExitedWithCode(2), "^netioconf: not enough memory [^\n]*\n$");
}

}  // namespace
}  // namespace netioconf::conformance::cli
