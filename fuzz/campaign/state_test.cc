#include "fuzz/campaign/state.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "corpora/files/temporary_folder.h"

namespace netioconf::fuzz::campaign {
namespace {

using std::chrono::milliseconds;

CampaignState a_state() {
  CampaignState state{.implementation = "library:./libfake.so", .profile = "windows", .shard = "2/8"};
  state.elapsed = milliseconds{61'000};
  state.rounds = 3;
  state.crashes = 2;
  state.isolated = true;
  state.series = {
      {.elapsed = milliseconds{1'000}, .executions = 500, .features = 20},
      {.elapsed = milliseconds{3'000}, .executions = 2'500, .features = 30, .deviations = 1}};
  return state;
}

TEST(CampaignState, IsReadAsItWasWritten) {
  const corpora::files::TemporaryFolder scratch;
  const Folder folder{scratch.path()};
  ASSERT_TRUE(save_state(folder, a_state()));
  EXPECT_EQ(load_state(folder), a_state());
}

TEST(CampaignState, DoesNotExistInAFolderWithoutACampaign) {
  const corpora::files::TemporaryFolder scratch;
  EXPECT_EQ(load_state(Folder{scratch.path()}), std::nullopt);
}

TEST(CampaignState, IsRefusedInOneLineIfItIsNone) {
  const corpora::files::TemporaryFolder scratch;
  for (const char* text : {"", "{", "[]", "{\"implementation\": 7}"}) {
    scratch.put("campaign.json", text);
    const auto state = load_state(Folder{scratch.path()});
    ASSERT_FALSE(state) << text;
    EXPECT_NE(state.error().find("campaign.json: is not the state of a campaign"), std::string::npos);
    EXPECT_EQ(state.error().find('\n'), std::string::npos);
  }
}

TEST(Series, HasTheRateSinceThePreviousPoint) {
  const corpora::files::TemporaryFolder scratch;
  const Folder folder{scratch.path()};
  ASSERT_TRUE(save_state(folder, a_state()));
  const auto series = nlohmann::json::parse(corpora::files::content_of(folder.series()));
  EXPECT_EQ(series.at("implementation"), "library:./libfake.so");
  ASSERT_EQ(series.at("points").size(), 2U);
  EXPECT_EQ(series.at("points")[0].at("executions_per_s"), 500);
  EXPECT_EQ(series.at("points")[1].at("executions_per_s"), 1000);
  EXPECT_EQ(series.at("points")[1].at("deviations"), 1);
}

TEST(Series, IsTheSameInAReport) {
  const std::vector<reports::Sample> samples = report_samples_of(a_state().series);
  ASSERT_EQ(samples.size(), 2U);
  EXPECT_DOUBLE_EQ(samples[0].elapsed_s(), 1);
  EXPECT_EQ(samples[0].features(), 20);
  EXPECT_DOUBLE_EQ(samples[1].rate(), 1000);
  EXPECT_EQ(samples[1].kinds_of_deviation(), 1);
}

TEST(Folder, IsWorkedInByOneCampaignAtATime) {
  const corpora::files::TemporaryFolder scratch;
  const Folder folder{scratch.path() / "out"};
  ASSERT_TRUE(prepare(folder));
  {
    const auto lock = Lock::take(folder);
    ASSERT_TRUE(lock) << lock.error();
    const auto second = Lock::take(folder);
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().find("another campaign uses this folder"), std::string::npos);
  }
  EXPECT_TRUE(Lock::take(folder));
}

TEST(Folder, IsRefusedInOneLineIfItCannotBeMade) {
  const corpora::files::TemporaryFolder scratch;
  const auto file = scratch.put("file", "");
  const auto prepared = prepare(Folder{file / "out"});
  ASSERT_FALSE(prepared);
  EXPECT_NE(prepared.error().find("can't be created"), std::string::npos);
}

// A file system without free space.
TEST(Folder, IsFullBeforeNothingCanBeWritten) {
  const auto space = check_space(Folder{"/proc"});
  ASSERT_FALSE(space);
  EXPECT_EQ(space.error(), "/proc: the disk is full (free some space and continue with --resume)");
  EXPECT_TRUE(check_space(Folder{std::filesystem::temp_directory_path()}));
}

TEST(Folder, IsReplacedByAnotherOne) {
  const corpora::files::TemporaryFolder scratch;
  const auto before = scratch.put("corpus/a", "before");
  scratch.put("pruned/b", "after");
  ASSERT_TRUE(replace_folder(scratch.path() / "corpus", scratch.path() / "pruned"));
  EXPECT_EQ(corpora::files::content_of(scratch.path() / "corpus" / "b"), "after");
  EXPECT_FALSE(std::filesystem::exists(before));
  EXPECT_FALSE(std::filesystem::exists(scratch.path() / "pruned"));
}

}  // namespace
}  // namespace netioconf::fuzz::campaign
