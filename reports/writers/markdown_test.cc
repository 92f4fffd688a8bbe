#include "reports/writers/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(TheMarkdown, BeginsWithTheVerdict) {
  EXPECT_THAT(markdown(faultless_report()), StartsWith("# library:./libacme.so: conforms\n"));
  EXPECT_THAT(markdown(sample_report()),
              StartsWith("# library:./libacme.so: deviates: 5 kinds of deviation"));
}

TEST(TheMarkdown, LeavesOutWhatIsEmpty) {
  const std::string written = markdown(faultless_report());
  EXPECT_THAT(written, Not(HasSubstr("## Deviations")));
  EXPECT_THAT(written, Not(HasSubstr("## Without a verdict")));
  EXPECT_THAT(written, Not(HasSubstr("no longer hold")));
  EXPECT_THAT(written, HasSubstr("## Coverage"));
}

TEST(TheMarkdown, GivesEveryRowOfATableItsCells) {
  std::istringstream lines{markdown(sample_report())};
  std::ptrdiff_t bars = 0;
  for (std::string line; std::getline(lines, line); bars = line.empty() ? 0 : bars) {
    if (!line.starts_with('|')) continue;
    const auto here = std::count(line.begin(), line.end(), '|');
    if (bars == 0) bars = here;
    EXPECT_EQ(here, bars) << line;
  }
}

TEST(TheMarkdown, SaysHowManyRowsAreLeftOut) {
  Report report = sample_report();
  report.groups.resize(130, report.groups[4]);
  EXPECT_THAT(markdown(report), HasSubstr("\n30 more: see report.json.\n"));
}

TEST(TheMarkdown, SaysThatScriptsWereLeftOut) {
  EXPECT_THAT(markdown(sample_report()), HasSubstr("Scripts were left out on purpose."));
}

}  // namespace
}  // namespace netioconf::reports::writers
