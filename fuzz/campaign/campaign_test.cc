// Campaigns from end to end, as processes: they are about what is left when one is killed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "corpora/temporary_folder.h"

namespace netioconf::fuzz {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Started {
 public:
  Started(const fs::path& out, const std::string& implementation, const std::string& duration)
      : log_{out.string() + ".log"} {
    const std::string folder = out.string();
    pid_ = fork();
    if (pid_ != 0) return;
    (void)std::freopen(log_.c_str(), "w", stdout);
    (void)std::freopen(log_.c_str(), "a", stderr);
    execl(CAMPAIGN_PROGRAM, "netioconf-campaign", "--implementation", implementation.c_str(), "--out",
          folder.c_str(), "--duration", duration.c_str(), "--jobs", "1", "--resume", nullptr);
    _exit(127);
  }

  void send(int number) const { kill(pid_, number); }
  // The exit status, or less than 0 for a signal.
  [[nodiscard]] int wait() const {
    int status = 0;
    waitpid(pid_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  [[nodiscard]] std::string said() const { return corpora::content_of(log_); }

 private:
  std::string log_;
  pid_t pid_;
};

nlohmann::json state_in(const fs::path& out) {
  std::ifstream file(out / "campaign.json");
  return nlohmann::json::parse(file);
}

// Waits until a campaign has saved that it ran something.
void wait_for_work(const fs::path& out) {
  for (int look = 0; look < 1200; ++look) {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    if (!fs::exists(out / "campaign.json")) continue;
    const auto state = state_in(out);
    if (!state.at("series").empty() && state.at("series").back().at("executions") != 0) return;
  }
  FAIL() << "the campaign doesn't get on";
}

// Processes whose command line names the folder.
int still_running_for(const fs::path& out) {
  int count = 0;
  for (const auto& process : fs::directory_iterator("/proc")) {
    const std::string command = corpora::content_of(process.path() / "cmdline");
    if (command.find("library_fuzzer") != std::string::npos &&
        command.find(out.string()) != std::string::npos) {
      ++count;
    }
  }
  return count;
}

bool all_end_for(const fs::path& out) {
  for (int look = 0; look < 50 && still_running_for(out) != 0; ++look) {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
  }
  return still_running_for(out) == 0;
}

class ACampaign : public testing::Test {
 protected:
  corpora::TemporaryFolder scratch_;
  fs::path out_ = scratch_.path() / "out";
};

TEST_F(ACampaign, FindsAFaultAndReportsIt) {
  const Started campaign{out_, "mutant:duplicate-accepted", "15s"};
  EXPECT_EQ(campaign.wait(), 1) << campaign.said();
  EXPECT_THAT(campaign.said(),
              HasSubstr("found route.duplicate: CreateIpForwardEntry2 came to success"));
  EXPECT_TRUE(fs::exists(out_ / "scripts/route.duplicate/create_route_success.textproto"));
  for (const char* file : {"report.json", "junit.xml", "results.sarif", "summary.md", "index.html"}) {
    EXPECT_TRUE(fs::exists(out_ / file)) << file;
  }
  std::ifstream series(out_ / "series.json");
  EXPECT_GT(nlohmann::json::parse(series).at("points").back().at("executions"), 0);
}

TEST_F(ACampaign, GoesOnAfterItWasKilled) {
  {
    const Started killed{out_, "mutant:duplicate-accepted", "20s"};
    wait_for_work(out_);
    killed.send(SIGKILL);
    EXPECT_EQ(killed.wait(), -SIGKILL);
  }
  EXPECT_TRUE(all_end_for(out_));
  const auto before = state_in(out_);
  const Started resumed{out_, "mutant:duplicate-accepted", "20s"};
  EXPECT_EQ(resumed.wait(), 1) << resumed.said();
  const auto after = state_in(out_);
  EXPECT_GE(after.at("elapsed_ms"), before.at("elapsed_ms"));
  EXPECT_GE(after.at("series").back().at("executions"), before.at("series").back().at("executions"));
  EXPECT_GE(after.at("series").size(), before.at("series").size());
}

TEST_F(ACampaign, ReportsWhatThereIsWhenAskedToEnd) {
  const Started campaign{out_, "emulated", "10m"};
  wait_for_work(out_);
  campaign.send(SIGTERM);
  EXPECT_EQ(campaign.wait(), 0) << campaign.said();
  EXPECT_TRUE(fs::exists(out_ / "report.json"));
  EXPECT_EQ(still_running_for(out_), 0);
}

TEST_F(ACampaign, SaysInOneLineWhyItCannotRun) {
  const Started unknown{out_, "library:/nowhere.so", "1s"};
  EXPECT_EQ(unknown.wait(), 2);
  EXPECT_THAT(unknown.said(), testing::MatchesRegex("netioconf: [^\n]*/nowhere.so[^\n]*\n"));

  EXPECT_EQ((Started{out_, "emulated", "15s"}.wait()), 0);
  const Started other{out_, "emulated:literal", "1s"};
  EXPECT_EQ(other.wait(), 2);
  EXPECT_THAT(other.said(), HasSubstr("holds a campaign on emulated, profile documented"));
}

}  // namespace
}  // namespace netioconf::fuzz
