#include "reports/writers/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "reports/document/of_report.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using document::document_of;

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(TheMarkdown, BeginsWithTheVerdict) {
  EXPECT_THAT(markdown(document_of(faultless_report())),
              StartsWith("# library:./libacme.so: conforms: 3 of 4 rules tested\n"));
  EXPECT_THAT(markdown(document_of(sample_report())),
              StartsWith("# library:./libacme.so: deviates: 4 new kinds of deviation"));
}

TEST(TheMarkdown, LeavesOutWhatIsEmpty) {
  const std::string written = markdown(document_of(faultless_report()));
  EXPECT_THAT(written, Not(HasSubstr("## Deviations")));
  EXPECT_THAT(written, Not(HasSubstr("undecided: ")));
  EXPECT_THAT(written, Not(HasSubstr("stale: ")));
  EXPECT_THAT(written, HasSubstr("- coverage: "));
}

TEST(TheMarkdown, HasAColumnOnlyForLabelsThatAFindingHas) {
  document::Document document;
  document.groups = {{.title = "Found",
                      .head = "rule",
                      .labels = {"call", "why"},
                      .findings = {{.title = "a.b", .lines = {{"call", "create"}}}}}};
  EXPECT_THAT(markdown(document),
              HasSubstr("## Found\n\n| rule | call |\n| --- | --- |\n| a.b | create |\n"));
}

TEST(TheMarkdown, GivesEveryRowOfATableItsCells) {
  std::istringstream lines{markdown(document_of(sample_report()))};
  std::ptrdiff_t bars = 0;
  for (std::string line; std::getline(lines, line); bars = line.empty() ? 0 : bars) {
    if (!line.starts_with('|')) continue;
    const auto here = std::ranges::count(line, '|');
    if (bars == 0) bars = here;
    EXPECT_EQ(here, bars) << line;
  }
}

TEST(TheMarkdown, SaysHowManyRowsAreLeftOut) {
  Report report = sample_report();
  while (report.groups_size() < 130) *report.add_groups() = Group{report.groups(4)};
  while (report.undecided_size() < 103) *report.add_undecided() = Reason{report.undecided(0)};
  const std::string written = markdown(document_of(report));
  EXPECT_THAT(written, HasSubstr("\n30 more: see report.json.\n"));
  EXPECT_THAT(written, HasSubstr("\n3 more: see report.json.\n- skipped: "));
}

TEST(TheMarkdown, FoldsReadings) {
  EXPECT_THAT(
      markdown(document_of(sample_report())),
      ContainsRegex("\n\n<details><summary>3 readings</summary>\n\n- reading: duplicate-key: [^<]*"
                    "\n- reading: 1 question left open by this run\n\n</details>\n\n- coverage: "));
}

TEST(TheMarkdown, SaysThatScriptsWereLeftOut) {
  EXPECT_THAT(markdown(document_of(sample_report())), HasSubstr("- extent: not every script was run\n"));
}

}  // namespace
}  // namespace netioconf::reports::writers
