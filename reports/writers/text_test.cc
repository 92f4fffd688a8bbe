#include "reports/writers/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "reports/document/of_report.h"
#include "reports/testing/message.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using document::document_of;

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr TextStyle verbose{.verbosity = Verbosity::verbose};

TEST(TheText, EndsWithTheVerdict) {
  EXPECT_THAT(text(document_of(faultless_report())),
              AllOf(StartsWith("  judged    library:./libacme.so, profile"),
                    ContainsRegex("\nCONFORMS: [0-9]+ of [0-9]+ rules tested\n$")));
  EXPECT_THAT(text(document_of(sample_report())),
              ContainsRegex("\nDEVIATES: 4 new kinds of deviation, [^\n]*\n$"));
}

TEST(TheText, IsOneLineIfItMustBeQuiet) {
  const std::string written = text(document_of(sample_report()), {.verbosity = Verbosity::quiet});
  EXPECT_THAT(written, StartsWith("DEVIATES: 4 new kinds of deviation"));
  EXPECT_EQ(std::ranges::count(written, '\n'), 1);
}

TEST(TheText, SaysHowManyDetailsItLeavesOut) {
  EXPECT_THAT(
      text(document_of(sample_report())),
      AllOf(HasSubstr("  details   7 more lines with --verbose\n"), Not(HasSubstr("reading   1"))));
  EXPECT_THAT(text(document_of(sample_report()), verbose), Not(HasSubstr("--verbose")));
}

TEST(TheText, SaysFirstWhatWasObservedAndWhatMustBe) {
  const std::string written = text(document_of(sample_report()));
  EXPECT_THAT(
      written,
      HasSubstr("DEVIATES  route.metric: GetIpForwardEntry2: Metric is 0, must be 5 (and 1 more)\n"));
  EXPECT_THAT(written, HasSubstr("DEVIATES  route.lifetimes: CreateIpForwardEntry2: success, must be "
                                 "invalid_parameter\n"));
}

TEST(TheText, HasColourIfItIsWanted) {
  EXPECT_THAT(text(document_of(sample_report()), {.color = true}), HasSubstr("\x1b["));
  EXPECT_THAT(text(document_of(sample_report())), Not(HasSubstr("\x1b[")));
}

TEST(TheText, FitsANarrowTerminal) {
  std::istringstream written{
      text(document_of(faultless_report()), {.verbosity = Verbosity::verbose, .columns = 40})};
  for (std::string line; std::getline(written, line);) EXPECT_LE(line.size(), 40U) << line;
}

TEST(TheText, WrapsACommandSoThatItCanBePasted) {
  Report report = faultless_report();
  report.set_command("netioconf check --implementation library:./libacme.so --budget 10s");
  EXPECT_THAT(text(document_of(report), {.columns = 40}),
              HasSubstr("  replay    netioconf check \\\n            --implementation \\\n"));
}

TEST(TheText, BreaksACommandOutsideOfQuotesOnly) {
  Report report = faultless_report();
  report.set_command(
      R"(netioconf check --implementation 'process:python3 testee.py '\''a b'\'' ./libacme.so')");
  EXPECT_THAT(text(document_of(report), {.columns = 40}),
              HasSubstr(R"(            'process:python3 testee.py '\''a b'\'' ./libacme.so')"));
}

TEST(TheText, SetsKnownDeviationsApart) {
  const std::string written = text(document_of(sample_report()));
  EXPECT_THAT(written, HasSubstr("DEVIATES  route.lifetimes: "));
  EXPECT_THAT(written,
              HasSubstr("\nKNOWN     route.link: file_not_found of CreateIpForwardEntry2, 1 time in "
                        "1 script: Windows does the same\n\n  judged    "));
}

document::Document one_answer_under(std::initializer_list<const char*> rules) {
  document::FindingGroup group;
  for (const char* rule : rules) {
    group.findings.push_back({.word = "deviates",
                              .id = rule,
                              .title = rule,
                              .decided = "Create: not_found, must be success",
                              .lines = {{"seen", "once"}, {"replay", "again"}}});
  }
  group.findings.push_back(group.findings.back());
  group.findings.back().word = "known";
  group.findings.back().brief = true;
  return {.groups = {group}};
}

TEST(TheText, ShowsOneOfManyDeviationsThatDifferOnlyInTheirRule) {
  const auto many = one_answer_under({"a", "b", "c", "d", "e", "f"});
  EXPECT_THAT(text(many),
              AllOf(HasSubstr("a: Create: not_found, must be success\n"
                              "  seen      once\n"
                              "  also      the same under 5 other rules (--verbose shows each): "
                              "b, c, d, e, f\n"
                              "  replay    again\n"),
                    Not(HasSubstr("DEVIATES  b")), HasSubstr("KNOWN     f")));
  EXPECT_THAT(text(many, verbose), AllOf(HasSubstr("DEVIATES  b"), Not(HasSubstr("also"))));
  EXPECT_THAT(text(one_answer_under({"a", "b", "c", "d"})),
              AllOf(HasSubstr("DEVIATES  b"), Not(HasSubstr("also"))));
}

TEST(TheText, SaysWhere) {
  EXPECT_THAT(text(document_of(sample_report())),
              HasSubstr("\n  where     library:./libacme.so, step 1 of 1\n"));
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
  EXPECT_THAT(text(document_of(report), verbose), HasSubstr("  answered  1 step by adapter\n"
                                                            "  answered  5 steps by kernel\n"));
}

TEST(TheText, NamesTheReadingsThatWereFollowed) {
  const std::string written = text(document_of(sample_report()), verbose);
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
  EXPECT_THAT(written, HasSubstr("tests     a\\u{1B}[31m\\xFF\n"));
  EXPECT_THAT(written, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace netioconf::reports::writers
