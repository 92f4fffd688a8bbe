#include "reports/writers/page/page.h"
#include "reports/writers/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/stored/json.h"
#include "reports/testing/sample.h"
#include "reports/web/bundle.h"

namespace netioconf::reports::writers {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view begin = R"(<script type="application/gzip" id="data">)";
constexpr std::string_view end = "</script>";
const std::string empty_page = "<p>" + std::string{begin} + std::string{end} + "</p>";

Page sample_page() { return source_of(sample_report()).page; }

TEST(ThePage, ContainsTheReport) {
  const json data = json::parse(page_json(sample_page()));
  ASSERT_EQ(data["reports"].size(), 1U);
  EXPECT_EQ(data["reports"][0], json::parse(stored::json_text(sample_report())));
  EXPECT_FALSE(data.contains("comparison"));
}

TEST(ThePage, ContainsTheReportsOfAComparisonOnce) {
  const json data = json::parse(page_json(source_of(sample_comparison()).page));
  EXPECT_EQ(data["reports"].size(), 3U);
  EXPECT_EQ(data["names"].size(), 3U);
  EXPECT_EQ(data["comparison"]["reports"].size(), 0U);
  EXPECT_EQ(data["comparison"]["differences"].size(), 3U);
}

TEST(ThePage, ContainsBothReportsAndTheirChanges) {
  const auto [before, after] = sample_reports();
  const json data =
      json::parse(page_json(source_of(sample_changes(), before.report, after.report).page));
  EXPECT_EQ(data["reports"].size(), 2U);
  EXPECT_EQ(data["names"][1], "library:./libacme.so after");
  EXPECT_EQ(data["changes"]["kind"], "changes");
}

TEST(ThePage, HasProgramsForTheFirstScriptsOnly) {
  Page page = sample_page();
  Report& report = *page.mutable_reports(0);
  while (report.scripts_size() < 1010) *report.add_scripts() = ScriptResult{report.scripts(0)};
  const json data = json::parse(page_json(page));
  EXPECT_EQ(data["reports"][0]["scripts"][999]["exports"].size(), 2U);
  EXPECT_EQ(data["reports"][0]["scripts"][1009]["exports"].size(), 0U);
}

TEST(ThePage, KeepsWhatIsAroundTheData) {
  const std::string page = filled(empty_page, sample_page());
  EXPECT_TRUE(page.starts_with("<p>" + std::string{begin}));
  EXPECT_TRUE(page.ends_with("</script></p>"));
}

TEST(ThePage, LetsNothingOutOfItsData) {
  Page data = sample_page();
  data.mutable_reports(0)->set_command("</script><script><!--");
  const std::string page = filled(empty_page, data);
  const std::size_t from = page.find(begin) + begin.size();
  EXPECT_EQ(page.substr(from).find('<'), page.substr(from).find(end));
}

TEST(ThePage, ShowsTheVerdictsBeforeItsDataAreRead) {
  Page data = sample_page();
  data.mutable_reports(0)->set_implementation("library:./<b>.so");
  EXPECT_THAT(filled(R"(<div id="page"></div>)", data),
              testing::StartsWith(R"(<div id="page"><p>library:./&lt;b&gt;.so: deviates: )"));
  if (!web::bundle().empty()) {
    EXPECT_THAT(html(data), HasSubstr(R"(<div id="page"><p>library:)"));
  }
}

TEST(ThePage, IsWrittenTheSameTwice) {
  EXPECT_EQ(filled(empty_page, sample_page()), filled(empty_page, sample_page()));
}

TEST(ThePage, IsEmptyOnlyIfTheBuildHadNoNode) {
  EXPECT_EQ(html(sample_page()).empty(), web::bundle().empty());
}

TEST(ThePage, LoadsNothing) {
  if (web::bundle().empty()) GTEST_SKIP() << "the build had no Node.js";
  const std::string page = html(sample_page());
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* outside : {"<link", "<img", "src=\"", "@import", "url("}) {
    EXPECT_THAT(page, Not(HasSubstr(outside)));
  }
}

TEST(ThePage, ContainsTheLicencesOfThePackagesInIt) {
  if (web::bundle().empty()) GTEST_SKIP() << "this build has no page, because Node.js is missing";
  EXPECT_THAT(std::string{web::bundle()}, HasSubstr("preact:\nThe MIT License"));
  EXPECT_THAT(std::string{web::bundle()}, HasSubstr("uplot:\nThe MIT License"));
}

}  // namespace
}  // namespace netioconf::reports::writers
