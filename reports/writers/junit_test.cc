#include "reports/writers/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "reports/document/of_report.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using document::document_of;

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Junit : public testing::Test {
 protected:
  explicit Junit(const Report& report = sample_report()) {
    document_.load_string(junit(document_of(report)).c_str());
  }

  [[nodiscard]] pugi::xml_node test_case(const std::string& folder, const std::string& name) const {
    return document_.child("testsuites")
        .find_child_by_attribute("testsuite", "name", folder.c_str())
        .find_child_by_attribute("testcase", "name", name.c_str());
  }

  pugi::xml_document document_;
};

TEST_F(Junit, HasASuitePerRuleAndACasePerScript) {
  EXPECT_TRUE(test_case("route.duplicate", "only_the_metric_differs"));
  EXPECT_TRUE(test_case("route.duplicate", "second_next_hop"));
  EXPECT_TRUE(test_case("generated", "sweep-17"));
}

TEST_F(Junit, FailsOnNewDeviations) {
  const pugi::xml_node failure = test_case("route.metric", "is_kept").child("failure");
  EXPECT_STREQ(failure.attribute("type").value(), "route.metric");
  EXPECT_THAT(failure.text().get(), HasSubstr("\n  wrong     Metric: allowed 5, observed 0\n"));
}

TEST_F(Junit, SkipsKnownDeviations) {
  const pugi::xml_node known = test_case("route.link", "neither_luid_nor_index");
  EXPECT_FALSE(known.child("failure"));
  EXPECT_THAT(known.child("skipped").attribute("message").value(), StartsWith("known deviation: "));
}

TEST_F(Junit, NeverPassesWhatIsUndecidedOrSkipped) {
  EXPECT_THAT(test_case("route.rights", "not_elevated").child("skipped").attribute("message").value(),
              StartsWith("undecided: "));
  EXPECT_STREQ(test_case("anycast.create", "ipv4").child("skipped").attribute("message").value(),
               "skipped: this host is not available: two links");
}

TEST_F(Junit, FailsOnEntriesThatNoLongerHold) {
  const pugi::xml_node stale = test_case("known deviations", "route.metric in route.metric/is_kept");
  EXPECT_THAT(stale.child("failure").attribute("message").value(), HasSubstr("changed: now success"));
}

TEST_F(Junit, AddsUp) {
  int tests = 0;
  int failures = 0;
  int skipped = 0;
  for (const pugi::xml_node suite : document_.child("testsuites").children()) {
    tests += suite.attribute("tests").as_int();
    failures += suite.attribute("failures").as_int();
    skipped += suite.attribute("skipped").as_int();
  }
  EXPECT_EQ(tests, 9);
  EXPECT_EQ(skipped, 4);
  EXPECT_EQ(failures, 4);
  EXPECT_EQ(document_.child("testsuites").attribute("tests").as_int(), tests);
  EXPECT_EQ(document_.child("testsuites").attribute("failures").as_int(), failures);
}

TEST_F(Junit, ReadsBackAsItWasMeant) {
  EXPECT_THAT(test_case("generated", "sweep-17").child("failure").text().get(),
              HasSubstr("a\\u{1B}[31m\xef\xbf\xbd\\u{202E} <b>&\"'|`*_@x ]]> \xc3\xa9"));
}

TEST(JunitOfALiveRun, AddsUpItsTimes) {
  Report report = sample_report();
  report.mutable_scripts(0)->set_seconds(0.25);
  report.mutable_scripts(1)->set_seconds(0.5);
  const std::string text = junit(document_of(report));
  EXPECT_THAT(text, ContainsRegex("<testsuites [^>]*errors=\"0\" time=\"0.750000\">"));
  EXPECT_THAT(text, ContainsRegex("<testcase [^>]*time=\"0.250000\""));
}

TEST(JunitOfRecordedTraces, SaysNothingAboutTimes) {
  EXPECT_THAT(junit(document_of(sample_report())), Not(HasSubstr(" time=")));
}

TEST(JunitOfAScriptInNoFolder, HasASuiteAllTheSame) {
  Report report = faultless_report();
  report.mutable_scripts(0)->set_name("alone");
  EXPECT_THAT(junit(document_of(report)),
              HasSubstr("<testcase name=\"alone\" classname=\"scripts\" />"));
}

TEST(JunitWithoutAList, FailsOnEveryDeviation) {
  Report report = sample_report();
  report.clear_known();
  settle(report);
  EXPECT_THAT(junit(document_of(report)), HasSubstr("tests=\"8\" failures=\"5\" errors=\"0\""));
}

}  // namespace
}  // namespace netioconf::reports::writers
