#include "conformance/handed_in/check_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "conformance/handed_in/handed_in_report.h"
#include "reports/model/report.h"
#include "reports/stored/gzip.h"
#include "reports/stored/json.h"
#include "reports/summary/report_parts.h"

namespace netioconf::conformance::handed_in {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* command_of_report = "netioconf check --implementation emulated:common";

// A report with one rule, one question and one script: a whole one takes seconds to read.
reports::Report small_report() {
  reports::Report report;
  reports::add_catalogue(report);
  report.mutable_rules()->DeleteSubrange(1, report.rules_size() - 1);
  report.mutable_questions()->DeleteSubrange(1, report.questions_size() - 1);
  report.set_implementation("emulated:common");
  report.set_command(command_of_report);
  reports::RuleCounts& met = *report.mutable_coverage()->add_rules();
  met.set_rule(report.rules(0).id());
  met.set_alone(1);
  reports::FollowedReading& followed = *report.add_readings();
  followed.set_question(report.questions(0).id());
  followed.set_decided(true);
  followed.add_answers("one");
  reports::ScriptResult& script = *report.add_scripts();
  script.set_name("a/b");
  for (reports::Counts* counts :
       {script.mutable_steps(), report.mutable_steps(), report.mutable_scripts_count()})
    counts->set_conforms(1);
  reports::settle(report);
  return report;
}

// A folder with that report. Its command is not run: it gives the report `again`.
class AHandedInReport : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    std::ofstream{folder_ / "README.md"} << "# A report\n\n    " << command_of_report << "\n";
    write(json_);
  }

  void write(const std::string& json) const {
    std::ofstream{folder_ / "report.json.gz", std::ios::binary} << reports::stored::gzip(json);
  }
  void write_with(const std::string& part, const std::string& other) const {
    std::string json = json_;
    ASSERT_THAT(json, HasSubstr(part));
    write(json.replace(json.find(part), part.size(), other));
  }
  // Gives the report another command, also in README.md.
  void write_command(const std::string& command) const {
    write_with(command_of_report, command);
    std::ofstream{folder_ / "README.md"} << "    " << command << "\n";
  }

  RunNetioconf run() {
    return [this](const std::vector<std::string>& arguments, const fs::path& printed) {
      ran_.push_back(arguments);
      std::ofstream{printed} << "netioconf: no reason\n";
      if (again_.implementation().empty()) return;
      fs::create_directories(arguments.back());
      std::ofstream{fs::path{arguments.back()} / "report.json"} << reports::stored::json_text(again_);
    };
  }
  CheckedReport checked() { return check_report(folder_, run()); }
  void expect_wrong(const std::string& why) {
    const CheckedReport wrong = checked();
    EXPECT_EQ(wrong.result, CheckResult::wrong);
    EXPECT_THAT(wrong.words, HasSubstr(why));
  }

  reports::Report again_ = small_report();
  const std::string json_ = reports::stored::json_text(again_);
  std::vector<std::vector<std::string>> ran_;
  const fs::path folder_ = fs::path{testing::TempDir()} / "netioconf-handed-in";
};

TEST_F(AHandedInReport, IsReproducedByItsCommand) {
  const CheckedReport report = checked();
  EXPECT_EQ(report.result, CheckResult::reproduced) << report.words;
  EXPECT_THAT(report.words, HasSubstr("report.json.gz: conforms; "));
  ASSERT_EQ(ran_.size(), 1U);
  ran_[0].pop_back();
  EXPECT_THAT(ran_[0], testing::ElementsAre("check", "--implementation", "emulated:common", "--out"));
}

TEST_F(AHandedInReport, IsWrongIfItIsDamaged) {
  write(json_.substr(0, json_.size() / 2));
  expect_wrong(": not valid JSON");
  write_with("\"strict\": false,\n ", "");
  expect_wrong("report.json.gz:7: not as this netioconf writes it");
  write_with("\"skipped\": 0", "\"skipped\": 1");
  expect_wrong("scripts_count: skipped is 1, but the scripts have 0");
  fs::remove(folder_ / "report.json.gz");
  expect_wrong("report.json: no such file");
  EXPECT_THAT(ran_, IsEmpty());
}

TEST_F(AHandedInReport, IsReproducedInTheFormatBefore) {
  write_with("\"format\": 4", "\"format\": 3");
  const CheckedReport report = checked();
  EXPECT_EQ(report.result, CheckResult::reproduced) << report.words;
}

TEST_F(AHandedInReport, IsWrongInAnUnknownVersion) {
  write_with("\"format\": 4", "\"format\": 9");
  expect_wrong("a report.json of format 9, not of format 3 or 4");
  write_with("  \"id\": \"", "  \"id\": \"unknown-");
  expect_wrong("this netioconf has no rule unknown-");
}

TEST_F(AHandedInReport, IsWrongIfItsCommandGivesSomethingElse) {
  again_.mutable_coverage()->clear_rules();
  expect_wrong("its command gives another result: " + again_.rules(0).id() +
               ": conforms, now not reached (");
  again_ = small_report();
  again_.mutable_readings(0)->set_answers(0, "another");
  expect_wrong(again_.questions(0).id() + ": follows one, now follows another (");
  again_.Clear();
  expect_wrong("its command makes no report: netioconf: no reason");
}

TEST_F(AHandedInReport, IsReplacedByWhatItsCommandGives) {
  again_.mutable_readings(0)->set_answers(0, "another");
  std::ofstream{folder_ / "report.json"} << json_;
  EXPECT_EQ(update_report(folder_, run()).result, CheckResult::reproduced);
  EXPECT_FALSE(fs::exists(folder_ / "report.json")) << "it is compressed";
  EXPECT_EQ(checked().result, CheckResult::reproduced);
}

TEST_F(AHandedInReport, IsMadeSmallIfItsCommandCannotRun) {
  reports::Report large = again_;
  large.mutable_scripts(0)->add_exports()->set_text(std::string(400'000, 'x'));
  write_command("netioconf check --implementation library:./libacme.so");
  fs::remove(folder_ / "report.json.gz");
  large.set_command("netioconf check --implementation library:./libacme.so");
  std::ofstream{folder_ / "report.json"} << reports::stored::json_text(large);
  expect_wrong("report.json: more than 300000 octets");
  EXPECT_EQ(update_report(folder_, run()).result, CheckResult::not_run);
  EXPECT_EQ(checked().result, CheckResult::not_run);
}

TEST_F(AHandedInReport, IsWrongWithoutItsCommandInTheReadme) {
  std::ofstream{folder_ / "README.md"} << "netioconf check --implementation emulated:common\n";
  expect_wrong("README.md: it must contain one command in an indented line");
  fs::remove(folder_ / "README.md");
  expect_wrong("README.md");
}

TEST_F(AHandedInReport, IsWrongIfNoMachineHasItsImplementation) {
  for (const char* name : {"wine:/tmp/evil.exe", "windows:x", "nonsense"}) {
    again_.set_implementation(name);
    again_.set_command(std::string{"netioconf check --implementation "} + name);
    write(reports::stored::json_text(again_));
    std::ofstream{folder_ / "README.md"} << "    " << again_.command() << "\n";
    expect_wrong(std::string{"its command makes no report: "} + name + ": no such implementation");
  }
  EXPECT_THAT(ran_, IsEmpty());
}

TEST_F(AHandedInReport, IsNamedByItsFolderOrItsFile) {
  EXPECT_EQ(folder_named(folder_), folder_);
  EXPECT_EQ(folder_named(folder_ / "report.json.gz"), folder_);
  EXPECT_EQ(folder_named("report.json"), ".");
  EXPECT_EQ(folder_named("a/other.json.gz").error(),
            "a/other.json.gz: no report that is handed in (name a folder, report.json or "
            "report.json.gz)");
}

// What a report may not start: other programs, options that write, another implementation.
TEST_F(AHandedInReport, IsNotRunIfItsCommandMayDoHarm) {
  for (const char* command :
       {"netioconf check --implementation process:./testee",
        "netioconf check --implementation=process:./testee",
        "netioconf check --implementation emulated:common --update",
        "netioconf check --implementation emulated:common --implementation process:./testee",
        "netioconf record --implementation emulated:common", "netioconf 'check'", "netioconf"}) {
    write_command(command);
    const CheckedReport report = checked();
    if (std::string{command} == "netioconf") {
      EXPECT_EQ(report.result, CheckResult::wrong);
      continue;
    }
    EXPECT_EQ(report.result, CheckResult::not_run) << command << report.words;
  }
  EXPECT_THAT(ran_, IsEmpty());
}

TEST(TheFolders, AreThoseWithAReport) {
  const auto folders = folders_with_reports("corpora/reports");
  ASSERT_TRUE(folders.has_value());
  EXPECT_GE(folders->size(), 5U);
  EXPECT_FALSE(folders_with_reports("nowhere").has_value());
}

}  // namespace
}  // namespace netioconf::conformance::handed_in
