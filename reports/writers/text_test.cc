#include "reports/writers/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/document/of_report.h"
#include "reports/testing/message.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using document::document_of;

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(TheText, BeginsWithTheVerdictWhereNothingDeviates) {
  EXPECT_THAT(text(document_of(faultless_report())),
              StartsWith("CONFORMS\n  judged    library:./libacme.so, profile"));
}

TEST(TheText, SetsKnownDeviationsApart) {
  const std::string written = text(document_of(sample_report()));
  EXPECT_THAT(written, HasSubstr("DEVIATES  route.lifetimes "));
  EXPECT_THAT(written,
              HasSubstr("\nKNOWN     route.link: file_not_found of CreateIpForwardEntry2, 1 time in "
                        "1 script: Windows does the same\n\nDEVIATES: "));
}

TEST(TheText, PutsTheStepAtTheRightEdge) {
  Report report = sample_report();
  const std::string first = text(document_of(report)).substr(0, text(document_of(report)).find('\n'));
  EXPECT_EQ(first.size(), 96U);
  report.set_implementation(std::string(200, 'x'));
  EXPECT_THAT(text(document_of(report)), StartsWith("DEVIATES  any.returns  xxx"));
}

TEST(TheText, ShowsEveryVerdictAndWhyThereIsNone) {
  const std::string written = text(document_of(sample_report()));
  EXPECT_THAT(written, HasSubstr("  scripts   501 conform, 46 deviate, 1 undecided, 1 skipped\n"));
  EXPECT_THAT(written, HasSubstr("  undecided 1 step in 1 script: an earlier step deviated\n"));
  EXPECT_THAT(written, HasSubstr("  skipped   40 steps in 40 scripts: no such function\n"));
}

TEST(TheText, NamesWhatDecidedByTheWordsBeforeTheColon) {
  Report report = sample_report();
  report.mutable_deciders()->Clear();
  report.MergeFrom(message<Report>(R"(deciders { by: "adapter: no row" steps: 1 }
                                      deciders { by: "kernel" steps: 2 }
                                      deciders { by: "kernel: EEXIST" steps: 3 })"));
  EXPECT_THAT(text(document_of(report)), HasSubstr("  answered  1 step by adapter\n"
                                                   "  answered  5 steps by kernel\n"));
}

TEST(TheText, NamesTheReadingsThatWereFollowed) {
  const std::string written = text(document_of(sample_report()));
  EXPECT_THAT(written,
              HasSubstr("  reading   duplicate-key: follows prefix (the tables after step 2 of "));
  EXPECT_THAT(written, HasSubstr("  reading   1 question left open by this run\n"));
}

TEST(TheText, SaysWhatASweepCovered) {
  Report report = faultless_report();
  report.add_space("19 hosts");
  report.add_space("depth 1, tables: 608 scripts");
  EXPECT_THAT(text(document_of(report)),
              HasSubstr("  space     19 hosts\n  space     depth 1, tables: 608 scripts\n"));
}

TEST(TheText, ListsEntriesThatNoLongerHold) {
  EXPECT_THAT(text(document_of(sample_report())),
              HasSubstr("  stale     conformance/known/acme.textproto:22: "));
  Report report = sample_report();
  report.clear_known();
  EXPECT_THAT(text(document_of(report)), Not(HasSubstr("stale")));
}

TEST(TheText, ContainsNothingThatATerminalObeys) {
  Report report = sample_report();
  report.set_implementation("a\x1b[31m\xff");
  report.mutable_scripts(0)->set_comment("a\x1b[31m\xff");
  const std::string written = text(document_of(report));
  EXPECT_THAT(written, HasSubstr("judged    a\\u{1B}[31m\\xFF, profile"));
  EXPECT_THAT(written, HasSubstr("about     a\\u{1B}[31m\\xFF\n"));
  EXPECT_THAT(written, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace netioconf::reports::writers
