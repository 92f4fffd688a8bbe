#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/merge/part_folders.h"
#include "corpora/files/files.h"
#include "reports/model/report.h"
#include "reports/stored/read.h"
#include "reports/words/escape.h"

namespace netioconf::conformance::cli::shards {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string a_mutant = "mutant:lifetimes-compared-as-signed";

Ran check(const fs::path& out, std::vector<std::string> more = {}, const std::string& of = a_mutant) {
  more.insert(more.begin(),
              {"check", "--implementation", of, "--out", out.string(), "--scripts",
               "corpora/scripts/route.lifetimes", "--scripts", "corpora/scripts/route.link-known"});
  return run_netioconf(more);
}

Ran merge(std::vector<std::string> folders, const fs::path& out) {
  folders.insert(folders.begin(), "merge");
  folders.insert(folders.end(), {"--out", out.string()});
  return run_netioconf(folders);
}

reports::Report report_in(const fs::path& folder) { return *reports::stored::read_report(folder); }

class MergeCommand : public testing::Test {
 protected:
  [[nodiscard]] std::string at(const std::string& name) const { return folder_ + "/" + name; }
  // A run that was killed has only begun.
  void kill(const std::string& name) const {
    reports::Report begun = report_in(at(name));
    fs::remove_all(at(name));
    fs::create_directories(at(name));
    std::ofstream(at(name) + "/unfinished.json")
        << R"({"format": )" << begun.format() << R"(, "implementation": ")" << begun.implementation()
        << R"(", "catalogue": ")" << begun.catalogue()
        << R"(", "unfinished": "began yesterday", "shard": {"number": )" << begun.shard().number()
        << R"(, "count": 2, "run": ")" << begun.shard().run() << R"("}})";
  }

  const std::string folder_ = scratch_folder("merge");
};

TEST_F(MergeCommand, MakesTheReportOfTheUndividedCheck) {
  EXPECT_EQ(check(at("whole")).status, 1);
  for (const char* shard : {"1", "2", "3"}) {
    const Ran ran = check(at(shard), {"--shard", std::string{shard} + "/3"});
    EXPECT_THAT(ran.out, HasSubstr(std::string{"part "} + shard + " of 3 of check --scripts"));
  }
  EXPECT_EQ(merge({at("3"), at("1"), at("2")}, at("all")).status, 1);
  const reports::Report whole = report_in(at("whole"));
  const reports::Report merged = report_in(at("all"));
  ASSERT_EQ(merged.groups_size(), whole.groups_size());
  for (int i = 0; i < whole.groups_size(); ++i) {
    EXPECT_EQ(merged.groups(i).rule(), whole.groups(i).rule());
    EXPECT_EQ(merged.groups(i).findings(), whole.groups(i).findings());
    EXPECT_EQ(merged.groups(i).shortest().script(), whole.groups(i).shortest().script());
  }
  EXPECT_EQ(merged.steps().conforms(), whole.steps().conforms());
  EXPECT_EQ(merged.scripts_size(), whole.scripts_size());
  EXPECT_EQ(merged.command(), "netioconf check --implementation " + a_mutant +
                                  " --scripts corpora/scripts/route.lifetimes --scripts "
                                  "corpora/scripts/route.link-known");
}

TEST_F(MergeCommand, ShowsWhichPartsDidNotEndOrAreMissing) {
  for (const char* shard : {"1", "2"})
    (void)check(at(shard), {"--shard", std::string{shard} + "/2"}, "emulated");
  kill("2");
  const Ran killed = merge({at("1"), at("2")}, at("all"));
  EXPECT_EQ(killed.status, 2);
  EXPECT_THAT(killed.error, HasSubstr("emulated: no verdict: 1 of 2 parts of check"));
  EXPECT_THAT(killed.out, HasSubstr("2/2: began yesterday"));
  const Ran missing = merge({at("1")}, at("one"));
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.error, AllOf(HasSubstr("1 of 2 parts of check"), HasSubstr("is missing: part 2")));
  // The part is run again, and the merged report is merged with it.
  (void)check(at("2"), {"--shard", "2/2"}, "emulated");
  EXPECT_EQ(merge({at("all"), at("2")}, at("all")).status, 0);
  EXPECT_EQ(report_in(at("all")).merged(0).reports(), 2U);
}

TEST_F(MergeCommand, TakesAFolderThatDoesNotExistForAMissingPart) {
  for (const char* shard : {"1", "3"})
    (void)check(at(shard), {"--shard", std::string{shard} + "/3"}, "emulated");
  const Ran killed = merge({at("1"), at("2"), at("3")}, at("all"));
  EXPECT_EQ(killed.status, 2);
  EXPECT_THAT(killed.error, AllOf(HasSubstr("2: no such folder; it counts as a part that is missing"),
                                  HasSubstr("1 of 3 parts of check"), HasSubstr("is missing: part 2")));
  EXPECT_EQ(report_in(at("all")).merged(0).missing_size(), 1);
  // Two folders for one missing part, a run that was not divided, and nothing else.
  (void)check(at("whole"), {}, "emulated");
  for (const std::vector<std::string>& folders :
       {std::vector{at("1"), at("2"), at("3"), at("33")}, {at("whole"), at("2")}, {at("2")}}) {
    const Ran mistyped = merge(folders, at("new"));
    EXPECT_EQ(mistyped.status, 2);
    EXPECT_THAT(mistyped.error, HasSubstr("2: no such folder (name folders that --out wrote)"));
    EXPECT_FALSE(fs::exists(at("new")));
  }
}

TEST_F(MergeCommand, KeepsTheScriptsThatWereFound) {
  const std::vector<std::string> sweep = {
      "sweep", "--implementation", a_mutant, "--shard", "1/40", "--groups", "2", "--out", at("1")};
  EXPECT_EQ(run_netioconf(sweep).status, 1);
  EXPECT_EQ(merge({at("1")}, at("all")).status, 1);
  const reports::Report merged = report_in(at("all"));
  const reports::ScriptResult& script = reports::shortest_script(merged, merged.groups(0));
  EXPECT_THAT(script.path(), testing::StartsWith(at("all") + "/scripts/"));
  EXPECT_TRUE(fs::exists(script.path()));
  EXPECT_THAT(script.replay(), HasSubstr(script.path()));
  EXPECT_EQ(run_netioconf({"check", "--implementation", a_mutant, "--scripts", script.path()}).status,
            1);
}

TEST_F(MergeCommand, SaysThatAFolderMayNotBeRead) {
  fs::create_directories(at("1/corpus"));
  fs::permissions(folder_, fs::perms::all);
  fs::permissions(at("1"), fs::perms::none);
  const auto attempt = [&] {
    (void)::seteuid(65534);
    const auto read = conformance::merge::read_folders({at("1")});
    const std::string expected =
        at("1") + ": cannot be listed: Permission denied (check its permissions)";
    ::_exit(!read && read.error() == expected ? 0 : 1);
  };
  EXPECT_EXIT(attempt(), testing::ExitedWithCode(0), "");
  fs::permissions(at("1"), fs::perms::owner_all);
}

TEST_F(MergeCommand, QuotesTheFolderInTheCommandThatRepeatsAScript) {
  (void)run_netioconf(
      {"sweep", "--implementation", a_mutant, "--shard", "1/40", "--groups", "2", "--out", at("o p")});
  for (const char* out : {"e f", "g"}) {
    (void)merge({at("o p")}, at(out));
    const reports::Report merged = report_in(at(out));
    const reports::ScriptResult& script = reports::shortest_script(merged, merged.groups(0));
    EXPECT_THAT(script.replay(), HasSubstr("--scripts " + reports::words::shell_word(script.path())));
  }
}

TEST_F(MergeCommand, RefusesReportsThatDoNotBelongTogether) {
  (void)check(at("1"), {"--shard", "1/2"});
  (void)check(at("2"), {"--shard", "2/2"}, "emulated");
  const Ran ran = merge({at("1"), at("2")}, at("all"));
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.error, "netioconf: " + at("2") + "/report.json: is about emulated, but " + at("1") +
                           "/report.json is about " + a_mutant +
                           " (merge reports that belong together)\n");
  EXPECT_FALSE(fs::exists(at("all")));
}

TEST_F(MergeCommand, RefusesAMergedReportWithoutItsParts) {
  (void)check(at("1"), {"--shard", "1/2"});
  (void)merge({at("1")}, at("all"));
  fs::remove_all(at("all") + "/parts");
  const Ran ran = merge({at("all")}, at("again"));
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("all/report.json: is a merged report without the folder parts"));
}

TEST_F(MergeCommand, TakesTheReportOfALaterRunInAMergedFolder) {
  for (const char* shard : {"1", "2"})
    (void)check(at(shard), {"--shard", std::string{shard} + "/2"}, "emulated");
  EXPECT_EQ(merge({at("1"), at("2")}, at("1")).status, 0);
  (void)check(at("1"), {"--shard", "1/2"}, "emulated");
  const Ran ran = merge({at("1")}, at("new"));
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("is missing: part 2"));
}

TEST_F(MergeCommand, RefusesAFolderInsideOneThatItReads) {
  (void)check(at("1"), {"--shard", "1/2"}, "emulated");
  for (const char* inside : {"1/parts", "1/new/all", "1/../1/x"}) {
    const Ran ran = merge({at("1")}, at(inside));
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.error, "netioconf: --out " + at(inside) + ": is in " + at("1") +
                             ", which is merged (choose another folder)\n");
  }
  EXPECT_FALSE(fs::exists(at("1/parts")));
  EXPECT_NE(merge({at("1")}, at("1")).error, "") << "part 2 is missing";
  EXPECT_TRUE(fs::exists(at("1/parts")));
}

TEST_F(MergeCommand, UnitesCorporaWithoutAReport) {
  for (const char* name : {"1/corpus/a", "2/b"}) {
    fs::create_directories(fs::path{at(name)}.parent_path());
    std::ofstream(at(name)) << "same";
  }
  fs::create_directories(at("3"));
  const Ran ran = merge({at("1"), at("2"), at("3")}, at("all"));
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("1 input in " + at("all") + "/corpus"));
  EXPECT_THAT(ran.error, HasSubstr("3: is empty"));
  EXPECT_FALSE(fs::exists(at("all") + "/report.json"));
}

TEST_F(MergeCommand, UnitesRecordings) {
  for (const char* shard : {"1", "2"}) {
    EXPECT_EQ(run_netioconf({"record", "--implementation", "emulated", "--scripts",
                             "corpora/scripts/route.lifetimes", "--shard", std::string{shard} + "/2",
                             "--out", at(shard) + "/part.traces.gz"})
                  .status,
              0);
  }
  EXPECT_EQ(merge({at("1"), at("2"), at("1")}, at("all")).status, 0);
  const auto scripts = corpora::files::files_below("corpora/scripts/route.lifetimes");
  EXPECT_THAT(run_netioconf({"judge", at("all") + "/traces"}).out,
              HasSubstr(std::to_string(scripts->size()) + " conform, 0 deviate"));
}

TEST(ACheckOfAPart, SaysSoAndDemandsNothingOfItself) {
  const std::string folder = scratch_folder("shard");
  const Ran ran =
      run_netioconf({"check", "--implementation", "emulated", "--shard", "400/1000", "--out", folder});
  EXPECT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("only part 400 of 1000"));
  EXPECT_TRUE(report_in(folder).shard().demands().a_create());
  EXPECT_FALSE(fs::exists(folder + "/unfinished.json"));
}

}  // namespace
}  // namespace netioconf::conformance::cli::shards
