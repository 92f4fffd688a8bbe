// Campaigns from end to end, as processes. The tests check which files remain after a kill.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "corpora/files/temporary_folder.h"
#include "fuzz/testing/waiting.h"

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Started {
 public:
  Started(const fs::path& out, const std::string& implementation, const std::string& duration,
          rlim_t most_bytes_in_a_file = RLIM_INFINITY, const std::string& shard = "1/1")
      : log_{out.string() + ".log"} {
    const std::string folder = out.string();
    pid_ = fork();
    if (pid_ != 0) return;
    (void)std::freopen(log_.c_str(), "w", stdout);
    (void)std::freopen(log_.c_str(), "a", stderr);
    const rlimit limit{most_bytes_in_a_file, most_bytes_in_a_file};
    setrlimit(RLIMIT_FSIZE, &limit);
    execl(CAMPAIGN_PROGRAM, "netioconf", "campaign", "--implementation", implementation.c_str(), "--out",
          folder.c_str(), "--duration", duration.c_str(), "--jobs", "1", "--shard", shard.c_str(),
          "--resume", nullptr);
    _exit(127);
  }

  void send(int number) const { kill(pid_, number); }
  // Waits until the campaign has reached a state. It must not end before.
  void reach(const std::function<bool()>& state) const {
    (void)comes_true([&] { return has_ended() || state(); });
    ASSERT_TRUE(state()) << said();
  }
  // The exit status, or less than 0 for a signal.
  [[nodiscard]] int wait() const {
    int status = 0;
    waitpid(pid_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  [[nodiscard]] std::string said() const { return corpora::files::content_of(log_); }

 private:
  [[nodiscard]] bool has_ended() const {
    siginfo_t ended{};
    const auto id = static_cast<id_t>(pid_);
    return waitid(P_PID, id, &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == pid_;
  }

  std::string log_;
  pid_t pid_;
};

nlohmann::json state_in(const fs::path& out) {
  std::ifstream file(out / "campaign.json");
  return nlohmann::json::parse(file);
}

bool has_worked(const fs::path& out) {
  if (!fs::exists(out / "campaign.json")) return false;
  const auto state = state_in(out);
  return !state.at("series").empty() && state.at("series").back().at("executions") != 0;
}

bool has_a_script(const fs::path& out) {
  return fs::exists(out / "scripts/route.duplicate/create_route_success.textproto");
}

// Processes whose command line names the folder.
int still_running_for(const fs::path& out) {
  int count = 0;
  for (const auto& process : fs::directory_iterator("/proc")) {
    const std::string command = corpora::files::content_of(process.path() / "cmdline");
    if (command.find("library_fuzzer") != std::string::npos &&
        command.find(out.string()) != std::string::npos) {
      ++count;
    }
  }
  return count;
}

class ACampaign : public testing::Test {
 protected:
  void SetUp() override {
    if (!NETIOCONF_HAS_ENGINE) GTEST_SKIP() << "this build has no fuzzing engine";
  }

  corpora::files::TemporaryFolder scratch_;
  fs::path out_ = scratch_.path() / "out";
};

TEST_F(ACampaign, FindsAFaultAndReportsIt) {
  const Started campaign{out_, "mutant:duplicate-accepted", "1h"};
  campaign.reach([&] { return has_a_script(out_); });
  campaign.send(SIGTERM);
  EXPECT_EQ(campaign.wait(), 128 + SIGTERM) << campaign.said();
  EXPECT_THAT(campaign.said(),
              HasSubstr("found route.duplicate: CreateIpForwardEntry2 gave success, 2 operations"));
  for (const char* file : {"report.json", "junit.xml", "results.sarif", "summary.md"}) {
    EXPECT_TRUE(fs::exists(out_ / file)) << file;
  }
  std::ifstream series(out_ / "series.json");
  EXPECT_GT(nlohmann::json::parse(series).at("points").back().at("executions"), 0);
  std::ifstream report(out_ / "report.json");
  const auto ended_with = nlohmann::json::parse(report).at("series").back();
  EXPECT_GT(ended_with.at("executions"), 0) << "the page plots it";
  EXPECT_GT(ended_with.at("kinds_of_deviation"), 0);
}

// The files that must exist whenever it is killed.
std::set<std::string> files_in(const fs::path& out) {
  std::set<std::string> files;
  for (const char* folder : {"corpus", "scripts", "work/kept"}) {
    for (const auto& entry : fs::recursive_directory_iterator(out / folder)) {
      const fs::path& path = entry.path();
      if (entry.is_regular_file() && !path.filename().string().starts_with('.')) files.insert(path);
    }
  }
  return files;
}

TEST_F(ACampaign, LosesNothingWhenItIsKilled) {
  std::set<std::string> there;
  nlohmann::json before;
  for (int kills = 0; kills < 3; ++kills) {
    const Started killed{out_, "mutant:duplicate-accepted", "1h"};
    if (kills == 0) killed.reach([&] { return has_worked(out_); });
    std::this_thread::sleep_for(std::chrono::milliseconds{kills * 700});
    killed.send(SIGKILL);
    EXPECT_EQ(killed.wait(), -SIGKILL);
    ASSERT_TRUE(comes_true([&] { return still_running_for(out_) == 0; }));
    there.merge(files_in(out_));
    before = state_in(out_);
  }
  const Started resumed{out_, "mutant:duplicate-accepted", "1h"};
  resumed.reach([&] { return has_a_script(out_) && state_in(out_) != before; });
  resumed.send(SIGTERM);
  EXPECT_EQ(resumed.wait(), 128 + SIGTERM) << resumed.said();
  const auto after = state_in(out_);
  EXPECT_GE(after.at("elapsed_ms"), before.at("elapsed_ms"));
  EXPECT_GE(after.at("series").back().at("executions"), before.at("series").back().at("executions"));
  EXPECT_GE(after.at("series").size(), before.at("series").size());
  EXPECT_THAT(files_in(out_), testing::IsSupersetOf(there));
}

TEST_F(ACampaign, ReportsWhatThereIsWhenAskedToEnd) {
  const Started campaign{out_, "emulated", "1h"};
  campaign.reach([&] { return has_worked(out_); });
  campaign.send(SIGINT);
  EXPECT_EQ(campaign.wait(), 128 + SIGINT) << campaign.said();
  EXPECT_TRUE(fs::exists(out_ / "report.json"));
  EXPECT_EQ(still_running_for(out_), 0);

  const Started other{out_, "emulated:literal", "1s"};
  EXPECT_EQ(other.wait(), 2);
  EXPECT_THAT(other.said(), HasSubstr("holds a campaign on emulated, profile documented"));
  const Started other_part{out_, "emulated", "1s", RLIM_INFINITY, "2/8"};
  EXPECT_EQ(other_part.wait(), 2);
  EXPECT_THAT(other_part.said(), HasSubstr("profile documented, shard 1/1 (name another folder)"));
}

TEST_F(ACampaign, CanBeAPartOfOne) {
  const Started part{out_, "mutant:duplicate-accepted", "1h", RLIM_INFINITY, "2/8"};
  part.reach([&] { return has_a_script(out_); });
  part.send(SIGTERM);
  EXPECT_EQ(part.wait(), 128 + SIGTERM) << part.said();
  std::ifstream report(out_ / "report.json");
  EXPECT_EQ(nlohmann::json::parse(report).at("shard").at("number"), 2);
  EXPECT_FALSE(fs::exists(out_ / "unfinished.json"));
}

TEST_F(ACampaign, EndsWhenItsTimeIsOver) {
  const Started campaign{out_, "emulated", "2s"};
  const int status = campaign.wait();
  // On a busy machine it may not have run or judged anything in that time.
  EXPECT_EQ(status, has_worked(out_) ? 0 : 2) << campaign.said();
}

TEST_F(ACampaign, SaysInOneLineThatThereIsNoRoom) {
  const Started cramped{out_, "emulated", "1h", rlim_t{512}};
  EXPECT_EQ(cramped.wait(), 2);
  EXPECT_THAT(cramped.said(), testing::MatchesRegex("netioconf: [^\n]*File too large[^\n]*\n"));
}

using MutantsByFuzz = ACampaign;

TEST_F(MutantsByFuzz, LeaveNoFileWhenKilled) {
  const std::string temporary = "TMPDIR=" + scratch_.path().string();
  for (const int number : {SIGINT, SIGTERM, SIGKILL}) {
    const pid_t pid = fork();
    if (pid == 0) {
      execlp("env", "env", temporary.c_str(), CAMPAIGN_PROGRAM, "mutants", "--by", "fuzz", "--limit",
             "1h", "origin-from-caller-when-known", nullptr);
      _exit(127);
    }
    const std::string children = fmt::format("/proc/{0}/task/{0}/children", pid);
    ASSERT_TRUE(comes_true([&] { return !corpora::files::content_of(children).empty(); }));
    kill(pid, number);
    int status = 0;
    waitpid(pid, &status, 0);
    const bool ended = number == SIGKILL ? WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL
                                         : WIFEXITED(status) && WEXITSTATUS(status) == 128 + number;
    EXPECT_TRUE(ended) << "wait status " << status << " after signal " << number;
    EXPECT_TRUE(fs::is_empty(scratch_.path()));
  }
}

TEST_F(ACampaign, SaysInOneLineWhatCannotBeCalled) {
  const Started unknown{out_, "library:/nowhere.so", "1s"};
  EXPECT_EQ(unknown.wait(), 2);
  EXPECT_THAT(unknown.said(), testing::MatchesRegex("netioconf: [^\n]*/nowhere.so[^\n]*\n"));
}

}  // namespace
}  // namespace netioconf::fuzz::campaign
