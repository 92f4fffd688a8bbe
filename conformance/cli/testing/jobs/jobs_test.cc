#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "conformance/cli/testing/testing_command.h"

// The result of a command does not depend on the number of its threads: not a byte of its files.
namespace netioconf::conformance::cli::jobs {
namespace {

namespace fs = std::filesystem;

struct Result {
  int status = 0;
  std::string error;
  std::map<std::string, std::string> files;  // by their names in the folder
};

Result result_with(const std::string& jobs, std::vector<std::string> arguments, const fs::path& out) {
  fs::remove_all(out);
  arguments.insert(arguments.end(), {"--out", out.string(), "--jobs", jobs});
  const Ran ran = run_netioconf(arguments);
  Result result{.status = ran.status, .error = ran.error, .files = {{"standard output", ran.out}}};
  for (const auto& file : fs::recursive_directory_iterator{out}) {
    if (file.is_regular_file())
      result.files[file.path().lexically_relative(out).string()] = content_of(file.path());
  }
  return result;
}

// Runs a command with several numbers of threads, and returns its exit status.
int same_with_all_jobs(const std::vector<std::string>& arguments, const fs::path& out,
                       const std::vector<std::string>& numbers = {"3"}) {
  const Result one = result_with("1", arguments, out);
  EXPECT_TRUE(one.files.contains("report.json")) << one.error;
  for (const std::string& jobs : numbers) {
    const Result several = result_with(jobs, arguments, out);
    EXPECT_EQ(several.status, one.status) << jobs;
    EXPECT_EQ(several.error, one.error) << jobs;
    EXPECT_EQ(several.files.size(), one.files.size()) << jobs;
    for (const auto& [name, content] : one.files)
      EXPECT_TRUE(several.files.at(name) == content) << name << " with " << jobs << " threads";
  }
  return one.status;
}

class TracesOnThreads : public testing::Test {
 protected:
  void record(const std::string& implementation, const std::string& name,
              const std::vector<std::string>& scripts = {"--sweep", "1", "--shard", "1/300"}) {
    std::vector<std::string> arguments{"record", "--implementation", implementation, "--out",
                                       (folder_ / name).string()};
    arguments.insert(arguments.end(), scripts.begin(), scripts.end());
    const Ran ran = run_netioconf(arguments);
    ASSERT_EQ(ran.status, 0) << ran.error;
  }
  std::string path_of(const std::string& name) const { return (folder_ / name).string(); }
  int judged(const std::vector<std::string>& names) const {
    std::vector<std::string> arguments{"judge"};
    for (const std::string& name : names) arguments.push_back(path_of(name));
    return same_with_all_jobs(arguments, out_);
  }

  fs::path folder_ = scratch_folder("traces");
  fs::path out_ = scratch_folder("judged") + "/out";
};

TEST_F(TracesOnThreads, AreJudgedInTheSameWayWithAnyNumberOfThreads) {
  record("emulated:literal", "conforms.traces.gz");
  record(compared_as_signed, "deviates.traces");
  EXPECT_EQ(judged({"conforms.traces.gz"}), 0);
  EXPECT_EQ(same_with_all_jobs({"judge", path_of("deviates.traces")}, out_, {"2", "3", "8"}), 1);
}

// The answers of the one contradict those of the other.
TEST_F(TracesOnThreads, OfSeveralImplementationsAreJudgedInTheSameWayToo) {
  record("emulated:literal", "a.traces");
  record("emulated:common", "b.traces.gz");
  record("mutant:null-row-succeeds", "c.traces");
  EXPECT_EQ(judged({"c.traces", "b.traces.gz", "a.traces"}), 1);
}

TEST_F(TracesOnThreads, OfCommittedScriptsAreJudgedInTheSameWayToo) {
  record(compared_as_signed, "texts", {"--scripts", "corpora/scripts/route.lifetimes"});
  record("emulated", "x.traces", {"--scripts", "corpora/scripts"});
  EXPECT_EQ(judged({"texts", "x.traces"}), 1);
}

// Wrong bytes within a trace in the middle, so that only its decoder notices.
void damage_a_trace(const fs::path& path) {
  std::string content = content_of(path);
  const std::size_t middle = content.find("sweep/", content.size() / 2);
  ASSERT_NE(middle, content.npos);
  content[middle - 2] = '\x07';  // the tag before the name of the script: no such kind of member
  std::ofstream{path, std::ios::binary} << content;
}

TEST_F(TracesOnThreads, InDamagedFilesAreJudgedInTheSameWayToo) {
  record(compared_as_signed, "a.traces");
  record("emulated:literal", "b.traces");
  record("emulated:common", "c.traces.gz");
  record("emulated", "d.traces");
  damage_a_trace(folder_ / "a.traces");
  const std::string cut = content_of(folder_ / "c.traces.gz");
  std::ofstream{folder_ / "c.traces.gz", std::ios::binary} << cut.substr(0, cut.size() / 2);
  std::ofstream{folder_ / "e.trace.textproto"} << "script: \"a/x";
  EXPECT_EQ(judged({""}), 2);
  const std::string error = run_netioconf({"judge", path_of(""), "--jobs", "3"}).error;
  EXPECT_THAT(error, testing::HasSubstr("a.traces: is damaged after trace "));
  EXPECT_THAT(error, testing::HasSubstr("c.traces.gz: ends in the middle of trace "));
  EXPECT_THAT(error, testing::HasSubstr("e.trace.textproto:1:"));
}

TEST_F(TracesOnThreads, AreComparedInTheSameWay) {
  record("emulated:literal", "a.traces", {"--sweep", "1", "--shard", "1/1000"});
  record(compared_as_signed, "b.traces.gz", {"--sweep", "1", "--shard", "1/1000"});
  EXPECT_EQ(same_with_all_jobs({"diff", path_of("a.traces"), path_of("b.traces.gz")}, out_), 1);
}

TEST(ImplementationsOnThreads, AreComparedInTheSameWay) {
  const fs::path out = scratch_folder("compared") + "/out";
  std::vector<std::string> arguments{"diff", "--implementation", "emulated:common", "--implementation",
                                     compared_as_signed};
  for (const char* rule : {"route.duplicate", "call.returns", "route.lifetimes", "route.keeps-members",
                           "route.link-known", "route.takes-effect", "route.duplicate-destination"})
    arguments.insert(arguments.end(), {"--scripts", std::string{"corpora/scripts/"} + rule});
  EXPECT_EQ(same_with_all_jobs(arguments, out), 1);
}

// A report has megabytes, for which a regular expression is slow.
std::string without_seconds(const std::string& json) {
  const std::string member = "\"seconds\":";
  std::string rest;
  std::size_t begin = 0;
  for (std::size_t at = json.find(member); at != json.npos; at = json.find(member, begin)) {
    rest.append(json, begin, at - begin);
    begin = json.find_first_of(",}", at);
  }
  return rest.append(json, begin);
}

// The result of a search without how long it took.
Result timeless(Result result) {
  result.files.erase("index.html");  // its data is compressed
  result.files.erase("junit.xml");
  static const std::regex seconds{"in [0-9.]+ s|took  *[0-9.]+ [a-z]+"};
  for (auto& [name, content] : result.files) {
    const bool is_json = name.ends_with("json") || name.ends_with("sarif");
    content = is_json ? without_seconds(content) : std::regex_replace(content, seconds, "");
  }
  return result;
}

// Searches with several numbers of threads, and returns the exit status.
int same_search(const std::string& implementation, const std::string& calls,
                const std::vector<std::string>& numbers) {
  const fs::path out = scratch_folder("searched") + "/out";
  const std::vector<std::string> arguments{"check", "--implementation", implementation, "--budget-calls",
                                           calls};
  const Result one = timeless(result_with("1", arguments, out));
  EXPECT_TRUE(one.files.contains("report.json")) << one.error;
  for (const std::string& jobs : numbers) {
    const Result several = timeless(result_with(jobs, arguments, out));
    EXPECT_EQ(several.status, one.status) << jobs;
    EXPECT_EQ(several.error, one.error) << jobs;
    EXPECT_TRUE(several.files == one.files) << implementation << " with " << jobs << " threads";
  }
  return one.status;
}

TEST(ASearchOnThreads, ReportsTheSameWithAnyNumber) {
  EXPECT_EQ(same_search("emulated", "7000", {"2", "3", "8"}), 0);
  EXPECT_EQ(same_search("emulated:windows", "7000", {"2", "3", "8"}), 1);
}

// No thread gets the callbacks of another one.
TEST(ASearchOnThreads, ReportsTheSameIfCallbacksLoseTheirContext) {
  EXPECT_EQ(same_search("mutant:notification-context-lost", "20000", {"8"}), 1);
}

TEST(ASearchOnThreads, CallsATesteeFromOneThread) {
  EXPECT_EQ(same_search("process:" REFERENCE_TESTEE " " NETIOEMU, "500", {"3"}), 0);
}

}  // namespace
}  // namespace netioconf::conformance::cli::jobs
