#include "reports/words/phrases.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/sample.h"

namespace netioconf::reports::words {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(APlace, IsCountedFromOneOverTheScriptsOwnSteps) {
  const std::vector<bool> probes{true, false, true, true, false};
  EXPECT_EQ(place_of(probes, 0), "the tables before step 1");
  EXPECT_EQ(place_of(probes, 1), "step 1");
  EXPECT_EQ(place_of(probes, 2), "the tables after step 1");
  EXPECT_EQ(place_of(probes, 3), "the tables after step 1");
  EXPECT_EQ(place_of(probes, 4), "step 2");
  EXPECT_EQ(place_of({}, 6), "call 7") << "the steps are unknown";
}

TEST(StatusNames, AreJoined) {
  oracle::StatusSet statuses;
  EXPECT_EQ(names_of(statuses), "nothing");
  statuses.insert(oracle::Status::success);
  EXPECT_EQ(names_of(statuses), "success");
  statuses.insert(oracle::Status::not_found);
  statuses.insert(oracle::Status::not_supported);
  EXPECT_EQ(names_of(statuses), "success, not_found or not_supported");
}

TEST(TimesSeen, CountCommittedAndGeneratedScripts) {
  EXPECT_EQ(times_seen(1, 1, 0), "1 time in 1 script");
  EXPECT_EQ(times_seen(5, 2, 3), "5 times in 2 scripts and in generated scripts");
  EXPECT_EQ(times_seen(5, 0, 5), "5 times in generated scripts");
}

TEST(TheStandingOfAGroup, NamesThePlacesThatAreNew) {
  const Report report = sample_report();
  EXPECT_EQ(standing_of(report, 0), "new");
  EXPECT_EQ(standing_of(report, 2), "known, new in generated scripts");
  EXPECT_EQ(standing_of(report, 3), "known");
}

TEST(TheVerdict, SaysWhatItRestsOn) {
  EXPECT_EQ(verdict_text(faultless_report()), "conforms: 3 of 4 rules tested");
  EXPECT_EQ(verdict_text(Report{}), "nothing judged: no step got a verdict");
  EXPECT_EQ(verdict_text(sample_report()),
            "deviates: 4 new kinds of deviation, 1 known kind of deviation, 1 known deviation no longer "
            "holds as listed, 2 undecided steps, 3 of 4 rules tested");
  Report stale = faultless_report();
  stale.mutable_known()->add_stale();
  settle(stale);
  EXPECT_EQ(
      verdict_text(stale),
      "known list is out of date: 1 known deviation no longer holds as listed, 3 of 4 rules tested");
  Report unreached = faultless_report();
  unreached.add_too_little("CreateIpForwardEntry2 never refuses");
  settle(unreached);
  EXPECT_EQ(verdict_text(unreached), "too little judged: CreateIpForwardEntry2 never refuses");
}

TEST(TheVerdict, SaysWhatIsMissingAndWhatTheDocumentsLeaveOpenButAUserMustKnow) {
  Report report = faultless_report();
  report.add_undecided()->set_why("the documents don't say what it does with NULL; it crashed");
  report.add_undecided()->set_why(
      "CreateIpForwardEntry2 ran out of memory with 64 entries in its table");
  report.add_undecided()->set_why("too many readings explain what was seen");
  report.add_skipped()->set_why("GetIpForwardTable2 is missing");
  report.add_skipped()->set_why("GetBestRoute2 is missing");
  EXPECT_EQ(
      verdict_text(report),
      "conforms: the documents don't say what it does with NULL; it crashed, CreateIpForwardEntry2 "
      "ran out of memory with 64 entries in its table, GetIpForwardTable2 and GetBestRoute2 are "
      "missing, 3 of 4 "
      "rules tested");
}

TEST(TheVerdict, SaysOnceThatMemoryRanOut) {
  Report report = faultless_report();
  for (const char* entries : {"0 entries", "1 entry"}) {
    Reason& reason = *report.add_undecided();
    reason.set_why(fmt::format("CreateIpForwardEntry2 ran out of memory with {} in its table", entries));
    reason.set_steps(3);
  }
  EXPECT_EQ(verdict_text(report),
            "conforms: CreateIpForwardEntry2 ran out of memory in 6 steps, 3 of 4 rules tested");
}

TEST(TheKnownList, IsNamed) {
  EXPECT_EQ(known_list_text(sample_report()),
            "conformance/known/acme.textproto: 3 entries, 1 no longer holds");
  EXPECT_EQ(known_list_text(faultless_report()), "no list of known deviations");
}

TEST(Coverage, IsDescribedInTwoLines) {
  EXPECT_THAT(coverage_text(sample_report().coverage()),
              ElementsAre("rules: 3 of 4 tested, 2 of them alone, 2 on both sides of their boundary",
                          "2 kinds of input with 2 outcomes, 1 class of state"));
}

TEST(TheAnswersLeft, AreJoined) {
  FollowedReading followed;
  EXPECT_EQ(answers_text(followed), "no consistent answer");
  followed.add_answers("refused");
  followed.add_answers("kept");
  EXPECT_EQ(answers_text(followed), "refused or kept");
}

TEST(AQuestion, NamesItsSubject) {
  EXPECT_EQ(question_text("duplicate-key", ""), "duplicate-key");
  EXPECT_EQ(question_text("host-bits", "SetIpForwardEntry2"), "host-bits of SetIpForwardEntry2");
  EXPECT_EQ(question_text("unusual-source", "of no link"), "unusual-source of no link");
  EXPECT_EQ(question_text("unusual-source", "with stray bytes"), "unusual-source with stray bytes");
}

}  // namespace
}  // namespace netioconf::reports::words
