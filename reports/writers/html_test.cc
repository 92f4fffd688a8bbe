#include "reports/writers/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/formats/json.h"
#include "reports/formats/pack.h"
#include "reports/testing/sample.h"
#include "reports/web/bundle.h"
#include "reports/writers/json.h"
#include "reports/writers/plain_page.h"

namespace netioconf::reports::writers {
namespace {

using formats::Json;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view begin = R"(<script type="application/json" id="data">)";
constexpr std::string_view end = "</script>";
const std::string empty_page = "<p>" + std::string{begin} + std::string{end} + "</p>";

std::string data_of(const std::string& page) {
  const std::size_t from = page.find(begin) + begin.size();
  return page.substr(from, page.find(end, from) - from);
}

std::string page_about(const std::string& text) {
  const std::vector<Json> reports = {{{"text", text}}};
  return filled(empty_page, {.reports = reports});
}

TEST(ThePage, HoldsTheReports) {
  const std::vector<Json> reports = {json_value(sample_report()), json_value(faultless_report())};
  const Json data = Json::parse(data_of(filled(empty_page, {.reports = reports})));
  EXPECT_EQ(data["reports"].size(), 2U);
  EXPECT_EQ(data["reports"][0]["rules"], formats::pack(reports[0])["rules"]);
}

TEST(ThePage, KeepsWhatIsAroundTheData) {
  const std::string page = page_about("");
  EXPECT_TRUE(page.starts_with("<p>" + std::string{begin} + "{"));
  EXPECT_TRUE(page.ends_with("}</script></p>"));
}

TEST(ThePage, LetsNothingOutOfItsData) {
  for (const char* text : {"</script><script>", "<!--", "</SCRIPT >", "<!--<script>"}) {
    const std::string data = data_of(page_about(text));
    EXPECT_THAT(data, Not(HasSubstr("<")));
    EXPECT_EQ(Json::parse(data)["reports"][0]["text"], text);
  }
}

TEST(ThePage, BreaksNoLine) {
  const std::string text = "a\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa";
  const std::string data = data_of(page_about(text));
  EXPECT_THAT(data, HasSubstr("a\\u2028\\u2029\xe2\x80\xaa"));
  EXPECT_EQ(Json::parse(data)["reports"][0]["text"], text);
}

TEST(ThePage, IsThePlainPageOnlyIfTheBuildHadNoNode) {
  EXPECT_EQ(html(sample_report()) == plain_page(sample_report()), web::bundle().empty());
}

TEST(ThePage, LoadsNothing) {
  const std::string page = html(sample_report());
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* outside : {"<link", "<img", "src=\"", "@import", "url("}) {
    EXPECT_THAT(page, Not(HasSubstr(outside)));
  }
}

}  // namespace
}  // namespace netioconf::reports::writers
