#include "reports/stored/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/testing/message.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::stored {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(TheJson, ContainsEveryMemberOfAnEmptyReport) {
  const json report = json::parse(json_text(Report{}));
  EXPECT_EQ(report["steps"]["conforms"], 0);
  EXPECT_EQ(report["groups"], json::array());
  EXPECT_EQ(report["coverage"]["rules"], json::array());
  EXPECT_EQ(report["outcome"], "empty");
  EXPECT_EQ(report["strict"], false);
}

TEST(TheJson, LeavesOutAnOptionalMemberThatIsNotSet) {
  EXPECT_FALSE(json::parse(json_text(Report{})).contains("known"));
  EXPECT_FALSE(json::parse(json_text(MutantResult{})).contains("caught_after_s"));
  const json step = json::parse(json_text(message<StepResult>("status: 0")));
  EXPECT_EQ(step["status"], 0) << "it is set";
}

TEST(TheJson, HasCountsThatAreNumbers) {
  const json counts = json::parse(json_text(message<Counts>("conforms: 5000000000")));
  EXPECT_TRUE(counts["conforms"].is_number());
  EXPECT_EQ(counts["conforms"], 5000000000);
}

TEST(TheJson, ReplacesBytesThatAreNotUtf8) {
  Report report;
  report.set_command("a\xff\x1b");
  report.add_space("\xc3");
  const json written = json::parse(json_text(report));
  EXPECT_EQ(written["command"], "a\xef\xbf\xbd\x1b");
  EXPECT_EQ(written["space"][0], "\xef\xbf\xbd");
}

TEST(TheJson, CanBeInOneLine) {
  const std::string text = json_text(sample_report(), Layout::one_line);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  EXPECT_EQ(json::parse(text), json::parse(json_text(sample_report())));
}

}  // namespace
}  // namespace netioconf::reports::stored
