#include "reports/writers/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(TheText, BeginsWithTheVerdictWhereNothingDeviates) {
  EXPECT_THAT(text(faultless_report()),
              StartsWith("CONFORMS\n  judged    library:./libacme.so, profile"));
}

TEST(TheText, SetsKnownDeviationsApart) {
  const std::string written = text(sample_report());
  EXPECT_THAT(written, HasSubstr("DEVIATES  route.lifetimes "));
  EXPECT_THAT(written,
              HasSubstr("\nKNOWN     route.link: file_not_found of CreateIpForwardEntry2, 1 time in "
                        "1 script: Windows does the same\n\nDEVIATES: "));
}

TEST(TheText, PutsTheStepAtTheRightEdge) {
  Report report = sample_report();
  const std::string first = text(report).substr(0, text(report).find('\n'));
  EXPECT_EQ(first.size(), 96U);
  report.implementation = std::string(200, 'x');
  EXPECT_THAT(text(report), StartsWith("DEVIATES  any.returns  xxx"));
}

TEST(TheText, ShowsEveryVerdictAndWhyThereIsNone) {
  const std::string written = text(sample_report());
  EXPECT_THAT(written, HasSubstr("  scripts   501 conform, 46 deviate, 1 undecided, 1 skipped\n"));
  EXPECT_THAT(written, HasSubstr("  undecided 1 step in 1 script: an earlier step deviated\n"));
  EXPECT_THAT(written, HasSubstr("  skipped   40 steps in 40 scripts: no such function\n"));
}

TEST(TheText, NamesWhatDecidedByTheWordsBeforeTheColon) {
  Report report = sample_report();
  report.deciders = {{"adapter: no row", 1}, {"kernel", 2}, {"kernel: EEXIST", 3}};
  EXPECT_THAT(text(report), HasSubstr("  answered  1 step by adapter\n"
                                      "  answered  5 steps by kernel\n"));
}

TEST(TheText, NamesTheReadingsThatWereFollowed) {
  const std::string written = text(sample_report());
  EXPECT_THAT(written,
              HasSubstr("  reading   duplicate-key: follows prefix (the tables after step 2 of "));
  EXPECT_THAT(written, HasSubstr("  reading   1 question left open by this run\n"));
}

TEST(TheText, SaysWhatASweepCovered) {
  Report report = faultless_report();
  report.space = {"19 hosts", "depth 1, tables: 608 scripts"};
  EXPECT_THAT(text(report),
              HasSubstr("  space     19 hosts\n  space     depth 1, tables: 608 scripts\n"));
}

TEST(TheText, ListsEntriesThatNoLongerHold) {
  EXPECT_THAT(text(sample_report()), HasSubstr("  stale     conformance/known/acme.textproto:22: "));
  Report report = sample_report();
  report.known.reset();
  EXPECT_THAT(text(report), Not(HasSubstr("stale")));
}

}  // namespace
}  // namespace netioconf::reports::writers
