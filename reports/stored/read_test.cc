#include "reports/stored/read.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "corpora/files/temporary_folder.h"
#include "reports/model/report.h"
#include "reports/stored/gzip.h"
#include "reports/stored/json.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::stored {
namespace {

using google::protobuf::util::MessageDifferencer;
using testing::HasSubstr;
using testing::StartsWith;

std::string error_of(const std::string& text) { return parse_report(text, "r.json").error(); }

// The text of the sample report with another text in place of its first `part`.
std::string sample_with(const std::string& part, const std::string& other) {
  std::string text = json_text(sample_report());
  return text.replace(text.find(part), part.size(), other);
}

TEST(AReport, IsReadAsItWasWritten) {
  const auto read = parse_report(json_text(sample_report()), "r.json");
  ASSERT_TRUE(read.has_value()) << read.error();
  EXPECT_TRUE(MessageDifferencer::Equals(*read, sample_report()));
}

TEST(AReport, IsReadFromItsFolder) {
  EXPECT_EQ(report_path("reports/golden/check"), "reports/golden/check/report.json");
  EXPECT_TRUE(read_report("reports/golden/check/report.json").has_value());
}

// golden/format_3 has the same content in the form that the format before had.
TEST(AReportInTheFormatBefore, IsReadAsOneInThePresentFormat) {
  const auto before = read_report("reports/golden/format_3");
  ASSERT_TRUE(before.has_value()) << before.error();
  std::string differences;
  MessageDifferencer differencer;
  differencer.ReportDifferencesToString(&differences);
  EXPECT_TRUE(differencer.Compare(*before, sample_report())) << differences;
}

TEST(AReportInTheFormatBefore, IsAsWrittenIfItsMembersAre) {
  std::string text = *read_text("reports/golden/format_3/report.json");
  EXPECT_TRUE(is_as_written(text, *parse_report(text, "r.json")));
  text.erase(text.find(" \"strict\": true,\n"), sizeof(" \"strict\": true,\n") - 1);
  EXPECT_FALSE(is_as_written(text, *parse_report(text, "r.json")));
}

TEST(AReportThatCannotBeRead, IsReportedWithItsLine) {
  EXPECT_THAT(error_of("{\n \"format\": 4,\n oops\n}"), StartsWith("r.json:3:2: not valid JSON"));
  EXPECT_THAT(error_of(""), StartsWith("r.json:1:1: not valid JSON"));
  EXPECT_THAT(error_of("[]"), HasSubstr("not a report.json of format"));
  EXPECT_THAT(error_of("{\"format\": 1}"),
              HasSubstr("a report.json of format 1, not of format 3 or 4 (netioconf check --out"));
  EXPECT_THAT(error_of("{\"format\": 1e999}"), StartsWith("r.json: contains a number"));
  EXPECT_THAT(error_of("{\"kind\": \"comparison\"}"), HasSubstr("the report of a comparison"));
  const std::string text = json_text(sample_report());
  EXPECT_THAT(error_of(text.substr(0, text.size() / 2)), HasSubstr(": not valid JSON"));
}

TEST(AReportWithAMemberOfAnotherKind, IsReportedWithThatMember) {
  EXPECT_THAT(error_of(sample_with("\"findings\": 40", "\"findings\": \"many\"")),
              HasSubstr("groups[0].findings"));
  EXPECT_THAT(error_of(sample_with("\"findings\": 40", "\"colour\": 1")), HasSubstr("colour"));
  EXPECT_THAT(error_of(R"({"format": 3, "series": 7})"), HasSubstr("r.json: "));
}

TEST(AReportThatIsNestedTooDeeply, IsRefused) {
  const auto nested = [](const char* member, std::size_t depth) {
    return fmt::format("{{\"format\": 4, \"{}\": {}{}}}", member, std::string(depth, '['),
                       std::string(depth, ']'));
  };
  EXPECT_THAT(error_of(nested("unknown", 300'000)), HasSubstr("r.json: nested too deeply"));
  EXPECT_THAT(error_of(nested("scripts", 100'000)), HasSubstr("r.json: nested too deeply"));
  EXPECT_THAT(error_of(std::string(100'000, '[')), HasSubstr("r.json:1:100001: not valid JSON"));
  EXPECT_THAT(error_of(nested("unknown", 10)), HasSubstr("unknown"));
}

// Other code indexes by these numbers and names them.
TEST(AReportWithAnUnknownNumberOfAnEnum, IsRefused) {
  EXPECT_THAT(error_of(sample_with("\"verdict\": \"conforms\"", "\"verdict\": 99")),
              HasSubstr("scripts[1].findings[0].verdict: 99 is not one of its values"));
  EXPECT_THAT(error_of(sample_with("\"verdict\": \"deviates\"", "\"verdict\": -1")),
              HasSubstr(".verdict: -1 is not one of its values"));
  EXPECT_THAT(error_of(sample_with("\"profile\": \"documented\"", "\"profile\": 77")),
              HasSubstr("r.json: profile: 77 is not one of its values"));
  EXPECT_THAT(error_of(sample_with("\"basis\": \"documented\"", "\"basis\": 2")),
              HasSubstr("questions[0].answers[0].basis: 2 is not"));
  EXPECT_TRUE(
      parse_report(sample_with("\"profile\": \"documented\"", "\"profile\": 1"), "r").has_value());
}

TEST(AReportWithACountThatIsNone, IsRefused) {
  for (const char* number : {"\"NaN\"", "\"Infinity\"", "-5", "0.5", "1e300"})
    EXPECT_THAT(error_of(sample_with("\"findings\": 40", fmt::format("\"findings\": {}", number))),
                HasSubstr("groups[0].findings: "))
        << number;
  EXPECT_THAT(error_of(sample_with("\"conforms\": 2007", "\"conforms\": -1")),
              HasSubstr("r.json: steps.conforms: -1 is not a count"));
  EXPECT_THAT(error_of(sample_with("\"seconds\": 9.5", "\"seconds\": -9.5")),
              HasSubstr("searches[0].seconds: -9.5 is not a measurement"));
}

TEST(AReportOnAPartThatCannotBe, IsRefused) {
  const auto on_part = [](std::uint32_t number, std::uint32_t count) {
    Report report = sample_report();
    report.mutable_shard()->set_number(number);
    report.mutable_shard()->set_count(count);
    return parse_report(json_text(report), "r.json");
  };
  EXPECT_EQ(
      on_part(5, 2).error(),
      "r.json: shard: 5 of 2 is not a part (netioconf check --out DIR writes a new DIR/report.json)");
  EXPECT_FALSE(on_part(0, 0).has_value());
  EXPECT_FALSE(on_part(1, 4294967295).has_value()) << "merging would list all others as missing";
  EXPECT_TRUE(on_part(shard_count_max, shard_count_max).has_value());
}

TEST(AReportThatRefersToNothing, IsRefused) {
  EXPECT_THAT(error_of(sample_with("\"index\": 7", "\"index\": 70")),
              HasSubstr("groups/shortest/index refers to nothing"));
  EXPECT_THAT(error_of(sample_with("\"entry\": 1", "\"entry\": 10")),
              HasSubstr("known/matches/entry refers to nothing"));
}

TEST(APathWithoutAReport, IsReportedInOneLine) {
  EXPECT_THAT(read_report("nowhere.json").error(), HasSubstr("nowhere.json: no such file"));
  EXPECT_THAT(read_report("reports").error(), HasSubstr("reports/report.json: no such file"));
}

// A pipe without a writer, and a device without an end.
TEST(AFileThatIsNoRegularOne, IsReportedInOneLine) {
  const corpora::files::TemporaryFolder folder;
  const std::filesystem::path pipe = folder.path() / "report.json";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(read_report(pipe).error(), HasSubstr("report.json: is not a regular file (name a report"));
  EXPECT_THAT(read_report(folder.path()).error(), HasSubstr("report.json: is not a regular file"));
  EXPECT_THAT(read_report("/dev/zero").error(), HasSubstr("/dev/zero: is not a regular file"));
}

TEST(AFileThatIsTooLarge, IsReportedInOneLine) {
  const corpora::files::TemporaryFolder folder;
  const std::filesystem::path file = folder.put("report.json", "");
  std::filesystem::resize_file(file, std::size_t{65} << 20U);
  EXPECT_THAT(read_report(file).error(), HasSubstr("report.json: is larger than 64 MiB"));
}

class ACompressedReport : public testing::Test {
 protected:
  std::expected<Report, std::string> written(const std::string& content) {
    std::ofstream{folder_ / "report.json.gz", std::ios::binary} << content;
    return read_report(folder_);
  }

  void SetUp() override { std::filesystem::create_directories(folder_); }

  const std::filesystem::path folder_ =
      std::filesystem::path{testing::TempDir()} / "netioconf-compressed-report";
};

TEST_F(ACompressedReport, IsReadLikeAnyOther) {
  const auto read = written(gzip(json_text(sample_report())));
  ASSERT_TRUE(read.has_value()) << read.error();
  EXPECT_TRUE(MessageDifferencer::Equals(*read, sample_report()));
}

TEST_F(ACompressedReport, IsRefusedIfItIsDamaged) {
  const std::string whole = gzip(json_text(sample_report()));
  EXPECT_THAT(written(whole.substr(0, 100)).error(), HasSubstr("report.json.gz: not a whole file"));
  const std::string bomb = gzip(std::string(std::size_t{65} << 20U, ' '));
  EXPECT_THAT(written(bomb).error(), HasSubstr("not a whole file of gzip with at most 64 MiB"));
  EXPECT_THAT(written(gzip("{\n oops")).error(), HasSubstr("report.json.gz:2:2: not valid JSON"));
}

}  // namespace
}  // namespace netioconf::reports::stored
