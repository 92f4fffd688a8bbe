#include "reports/writers/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/formats/json.h"
#include "reports/testing/sample.h"
#include "reports/web/bundle.h"
#include "reports/writers/json.h"

namespace netioconf::reports::writers {
namespace {

using formats::Json;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view begin = R"(<script type="application/gzip" id="data">)";
constexpr std::string_view end = "</script>";
const std::string empty_page = "<p>" + std::string{begin} + std::string{end} + "</p>";

TEST(ThePage, HoldsTheReports) {
  const std::vector<Json> reports = {json_value(sample_report()), json_value(faultless_report())};
  const Json data = Json::parse(page_json({.reports = reports}));
  ASSERT_EQ(data["reports"].size(), 2U);
  EXPECT_EQ(data["reports"][0], Json::parse(json(sample_report())));
}

TEST(ThePage, KeepsWhatIsAroundTheData) {
  const std::string page = filled(empty_page, page_data(sample_report()));
  EXPECT_TRUE(page.starts_with("<p>" + std::string{begin}));
  EXPECT_TRUE(page.ends_with("</script></p>"));
}

TEST(ThePage, LetsNothingOutOfItsData) {
  const std::vector<Json> reports = {{{"text", "</script><script><!--"}}};
  const std::string page = filled(empty_page, {.reports = reports});
  const std::size_t from = page.find(begin) + begin.size();
  EXPECT_EQ(page.substr(from).find('<'), page.substr(from).find(end));
}

TEST(ThePage, IsWrittenTheSameTwice) {
  EXPECT_EQ(filled(empty_page, page_data(sample_report())),
            filled(empty_page, page_data(sample_report())));
}

TEST(ThePage, IsEmptyOnlyIfTheBuildHadNoNode) {
  EXPECT_EQ(html(sample_report()).empty(), web::bundle().empty());
}

TEST(ThePage, LoadsNothing) {
  if (web::bundle().empty()) GTEST_SKIP() << "the build had no Node.js";
  const std::string page = html(sample_report());
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* outside : {"<link", "<img", "src=\"", "@import", "url("}) {
    EXPECT_THAT(page, Not(HasSubstr(outside)));
  }
}

}  // namespace
}  // namespace netioconf::reports::writers
