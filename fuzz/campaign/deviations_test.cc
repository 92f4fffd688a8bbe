#include "fuzz/campaign/deviations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpora/codec/codec.h"
#include "corpora/files/temporary_folder.h"
#include "corpora/lint/format.h"
#include "corpora/text/loader.h"
#include "fuzz/campaign/display.h"
#include "fuzz/harness/crash_store.h"
#include "fuzz/harness/input.h"
#include "fuzz/testing/scripts.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::SizeIs;

// A prepared campaign folder.
struct Place {
  corpora::files::TemporaryFolder scratch;
  Folder folder{scratch.path() / "out"};
  CampaignOptions options{.implementation = "mutant:duplicate-accepted", .out = folder.out};

  Place() { EXPECT_TRUE(prepare(folder)); }

  void put_artifact(const std::string& name, const oracle::Script& script) const {
    const auto bytes = binary_form(script);
    const fs::path file = scratch.put((folder.artifacts() / name).string(), harness::text_of(bytes));
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::seconds{2});
  }
};

oracle::Script a_duplicate_among_others() {
  oracle::Script script = a_created_route();
  script.operations.push_back(oracle::TableCall{});
  script.operations.push_back(oracle::LinkCall{});
  script.operations.push_back(script.operations.front());
  script.operations.push_back(oracle::NotifyCall{});
  return script;
}

reports::GroupKey a_duplicate() {
  return {.rule = "route.duplicate", .call = oracle::Call::create_route, .observed = "success"};
}

TEST(CampaignDeviations, AreMadeShortAndReadyToBeCommitted) {
  const Place place;
  EXPECT_TRUE(harness::CrashStore{place.folder.kept()}.keep(a_duplicate(), a_duplicate_among_others()));
  CampaignDeviations deviations{place.folder, place.options};
  EXPECT_TRUE(deviations.examine_one());
  EXPECT_FALSE(deviations.examine_one());

  ASSERT_THAT(deviations.found(), SizeIs(1));
  const CampaignDeviation found = deviations.found().front();
  EXPECT_EQ(found.group, a_duplicate());
  EXPECT_EQ(found.operations, 2U);
  EXPECT_EQ(found.script, place.folder.scripts() / "route.duplicate/create_route_success.textproto");
  std::vector<std::string_view> ids;
  for (const oracle::Rule& rule : oracle::rules::rules()) ids.push_back(rule.id);
  EXPECT_THAT(corpora::lint::lint(place.folder.scripts(), ids), SizeIs(0));
}

TEST(CampaignDeviations, AreThereAgainAfterARestart) {
  const Place place;
  (void)harness::CrashStore{place.folder.kept()}.keep(a_duplicate(), a_duplicate_among_others());
  CampaignDeviations before{place.folder, place.options};
  (void)before.examine_one();
  CampaignDeviations after{place.folder, place.options};
  EXPECT_FALSE(after.examine_one());
  EXPECT_EQ(after.found().size(), 1U);
}

TEST(CampaignDeviations, AreNoneWhereNothingDeviatesAgain) {
  Place place;
  place.options.implementation = "emulated";
  (void)harness::CrashStore{place.folder.kept()}.keep(a_duplicate(), a_duplicate_among_others());
  CampaignDeviations deviations{place.folder, place.options};
  EXPECT_TRUE(deviations.examine_one());
  EXPECT_FALSE(deviations.examine_one());
  EXPECT_THAT(deviations.found(), SizeIs(0));
  EXPECT_EQ(deviations.unrepeated(), 1U);
}

TEST(CampaignDeviations, AreNoneWhereTheDocumentsPromiseNothing) {
  Place place;
  place.options.implementation = "mutant:create-ends-the-process";
  oracle::Script misaligned = a_created_route();
  auto& call = std::get<oracle::RouteCall>(misaligned.operations.front());
  call.row->destination.length = 33;
  call.misalignment = 1;
  place.put_artifact("crash-1", misaligned);
  CampaignDeviations deviations{place.folder, place.options};
  EXPECT_EQ(deviations.collect_artifacts(8), 1U);
  EXPECT_THAT(deviations.found(), SizeIs(0));
  EXPECT_EQ(deviations.unrepeated(), 0U);
  EXPECT_EQ(deviations.undecided(), 1U);
}

TEST(CampaignDeviations, AreMadeOfInputsAtWhichATargetEnded) {
  Place place;
  place.options.implementation = "mutant:create-ends-the-process";
  oracle::Script ending = a_duplicate_among_others();
  std::get<oracle::RouteCall>(ending.operations.back() = ending.operations.front())
      .row->destination.length = 33;
  place.put_artifact("crash-1", ending);
  place.put_artifact("crash-2", a_created_route());
  EXPECT_EQ(CampaignDeviations(place.folder, place.options).inputs_out_of_memory(), 0U);
  place.put_artifact("oom-1", a_created_route());
  place.scratch.put((place.folder.artifacts() / "crash-3").string(), "being written just now");
  CampaignDeviations deviations{place.folder, place.options};
  EXPECT_EQ(deviations.collect_artifacts(8), 3U);
  EXPECT_EQ(deviations.collect_artifacts(8), 0U);
  EXPECT_EQ(deviations.unrepeated(), 2U);
  EXPECT_EQ(deviations.inputs_out_of_memory(), 1U);

  EXPECT_TRUE(deviations.examine_one());
  ASSERT_THAT(deviations.found(), SizeIs(1));
  EXPECT_EQ(deviations.found().front().group.rule, "call.returns");
  EXPECT_EQ(deviations.found().front().operations, 1U);
}

TEST(CrashStore, IsTheShortestOfAGroup) {
  const corpora::files::TemporaryFolder scratch;
  harness::CrashStore kept{scratch.path()};
  EXPECT_TRUE(kept.keep(a_duplicate(), a_duplicate_among_others()));
  EXPECT_FALSE(kept.keep(a_duplicate(), a_duplicate_among_others()));
  EXPECT_TRUE(kept.keep(a_duplicate(), a_created_route()));
  EXPECT_FALSE(kept.keep(a_duplicate(), a_duplicate_among_others()));
  // Also if another process kept it.
  EXPECT_FALSE(harness::CrashStore{scratch.path()}.keep(a_duplicate(), a_duplicate_among_others()));
}

View a_view() {
  View view{.implementation = "library:./libfake.so", .doing = "round 2"};
  view.duration = std::chrono::hours{8};
  view.jobs = 2;
  view.now = {.elapsed = std::chrono::seconds{3'723}, .executions = 1'234'567, .rules = 200};
  view.executions_per_s = 4'321;
  for (int i = 0; i < 30; ++i) view.found.push_back({.group = a_duplicate(), .operations = 2});
  return view;
}

TEST(Screen, FitsTheTerminal) {
  const auto screen = screen_of(a_view(), 60, 24);
  EXPECT_LT(screen.size(), 24U);
  for (const std::string& line : screen) EXPECT_LE(line.size(), 60U);
  EXPECT_THAT(screen[1], HasSubstr("1:02:03 of 8:00:00, round 2 on 2 cores"));
  EXPECT_THAT(screen[2], HasSubstr("1 234 567 (4 321 per second)"));
  EXPECT_THAT(screen.back(), HasSubstr("more"));
}

TEST(Line, SaysHowOftenTargetsEnded) {
  View view = a_view();
  EXPECT_THAT(line_of(view), testing::Not(HasSubstr("ended")));
  view.crashes = 2;
  view.unrepeated = 1;
  EXPECT_THAT(line_of(view), testing::EndsWith("ended: 2 crashes or hangs, 1 input deviated only once"));
  view.undecided = 2;
  EXPECT_THAT(line_of(view), testing::EndsWith("2 inputs ended it where the documents promise nothing"));
}

TEST(Line, SaysTheSame) {
  EXPECT_THAT(line_of(a_view()), HasSubstr("1:02:03 of 8:00:00: 1234567 executions (4321 per second)"));
  EXPECT_THAT(line_of(a_view().found.front()),
              HasSubstr("route.duplicate: CreateIpForwardEntry2 gave success, 2 operations"));
}

}  // namespace
}  // namespace netioconf::fuzz::campaign
