#include "reports/writers/plain_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ThePlainPage, EscapesWhatItIsGiven) {
  const std::string page = plain_page(sample_report());
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
  EXPECT_THAT(page,
              HasSubstr("a\\u{1B}[31m\\xFF\\u{202E} &lt;b&gt;&amp;&quot;&#39;|`*_@x ]]&gt; \xc3\xa9"));
}

TEST(ThePlainPage, ClosesEveryElement) {
  std::string page = plain_page(sample_report());
  page = page.substr(page.find("<body>"));
  page = page.substr(0, page.find("</html>"));
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_string(page.c_str());
  EXPECT_TRUE(parsed) << parsed.description();
}

TEST(ThePlainPage, NeedsNothingElse) {
  const std::string page = plain_page(sample_report());
  for (const char* outside : {"<script", "<link", "<img", "src=", "href=", "url(", "@import"}) {
    EXPECT_THAT(page, Not(HasSubstr(outside)));
  }
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(ThePlainPage, LeavesOutSectionsWithoutRows) {
  const std::string page = plain_page(faultless_report());
  EXPECT_THAT(page, Not(HasSubstr("<h2>Deviations")));
  EXPECT_THAT(page, Not(HasSubstr("<h2>Without a verdict")));
  EXPECT_THAT(page, HasSubstr("<h2>Scripts"));
}

}  // namespace
}  // namespace netioconf::reports::writers
