#include "fuzz/campaign/target.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "corpora/files/temporary_folder.h"
#include "fuzz/testing/waiting.h"

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;

// Like a pruning engine, which works in a child of a shell.
TEST(Target, DiesWithTheCampaignAndAllThatItStarted) {
  const corpora::files::TemporaryFolder scratch;
  const fs::path file = scratch.path() / "worker";
  const pid_t campaign = fork();
  if (campaign == 0) {
    const std::string script = fmt::format(
        "sh -c 'sleep 1000 & echo $! > {0}.new; mv {0}.new {0}; wait' & wait", file.string());
    const auto target =
        start({.program = "/bin/sh", .arguments = {"-c", script}, .log = scratch.path() / "log"});
    for (;;) pause();
  }
  ASSERT_TRUE(comes_true([&] { return fs::exists(file); }));
  const pid_t worker = std::stoi(corpora::files::content_of(file));
  EXPECT_EQ(kill(worker, 0), 0);
  kill(campaign, SIGKILL);
  waitpid(campaign, nullptr, 0);
  const auto is_gone = [&] {
    const std::string state = corpora::files::content_of(fmt::format("/proc/{}/stat", worker));
    return state.empty() || state.find(") Z ") != std::string::npos;
  };
  EXPECT_TRUE(comes_true(is_gone));
}

}  // namespace
}  // namespace netioconf::fuzz::campaign
