#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
// RapidCheck's bridge needs GoogleTest before it.
#include <rapidcheck/gtest.h>

#include "reports/merge/merged.h"
#include "reports/testing/message.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::merge {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view day = "2026-11-30";

std::string text_of(const Report& report) { return report.Utf8DebugString(); }

// Few values, so that random reports have much in common.
std::string one_of(const char* name) { return fmt::format("{}{}", name, *rc::gen::inRange(1, 4)); }

double a_count() { return *rc::gen::inRange(1, 5); }

void add_script(Report& report) {
  ScriptResult& script = *report.add_scripts();
  script.set_name(one_of("script"));
  script.set_origin(*rc::gen::element(Origin::committed, Origin::generated));
  if (script.origin() == Origin::committed) script.set_path(script.name() + ".textproto");
  script.set_verdict(Verdict::deviates);
  const int steps = *rc::gen::inRange(1, 3);
  for (int step = 0; step < steps; ++step) script.add_findings()->set_call(one_of("call"));
}

void add_group(Report& report) {
  add_script(report);
  Group& group = *report.add_groups();
  group.set_rule(one_of("rule"));
  group.set_observed(one_of("status"));
  group.set_findings(a_count());
  Occurrence& occurrence = *group.add_scripts();
  occurrence.set_name(report.scripts().rbegin()->name());
  occurrence.set_findings(group.findings());
  group.mutable_shortest()->set_index(static_cast<std::uint32_t>(report.scripts_size() - 1));
}

void add_conforming_script(Report& report) {
  ScriptResult& script = *report.add_scripts();
  script.set_name(one_of("script"));
  script.set_path(script.name() + ".textproto");
  script.set_verdict(*rc::gen::element(Verdict::conforms, Verdict::undecided, Verdict::skipped));
}

void add_reading(Report& report) {
  FollowedReading& reading = *report.add_readings();
  reading.set_question(one_of("question"));
  reading.set_decided(*rc::gen::arbitrary<bool>());
  for (int answer = 1; answer <= 3; ++answer) {
    if (*rc::gen::arbitrary<bool>()) reading.add_answers(fmt::format("answer{}", answer));
  }
  reading.add_evidence()->set_script(one_of("script"));
}

Report a_report() {
  Report report = message<Report>("implementation: 'emulated' catalogue: 'c'");
  report.set_command(one_of("command"));
  if (*rc::gen::arbitrary<bool>()) {
    report.mutable_shard()->set_run(one_of("run"));
    report.mutable_shard()->set_count(3);
    report.mutable_shard()->set_number(*rc::gen::inRange<std::uint32_t>(1, 4));
    report.mutable_shard()->mutable_demands()->set_rules(a_count());
  }
  if (*rc::gen::inRange(0, 3) == 0) report.set_unfinished(one_of("began "));
  report.mutable_steps()->set_conforms(a_count());
  RuleCounts& rule = *report.mutable_coverage()->add_rules();
  rule.set_rule(one_of("rule"));
  rule.set_alone(a_count());
  Reason& reason = *report.add_skipped();
  reason.set_why(one_of("why"));
  reason.set_steps(a_count());
  report.add_space(one_of("line"));
  report.add_series()->set_elapsed_s(a_count());
  report.mutable_series(0)->set_executions(a_count());
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) add_group(report);
  for (int i = *rc::gen::inRange(0, 2); i > 0; --i) add_conforming_script(report);
  for (int i = *rc::gen::inRange(0, 2); i > 0; --i) add_reading(report);
  settle(report);
  return report;
}

PartSet some_parts() {
  std::vector<PartFile> reports;
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i) reports.push_back({"x", a_report()});
  return *parts_of(reports);
}

RC_GTEST_PROP(Merging, IsAssociative, ()) {
  const PartSet a = some_parts();
  const PartSet b = some_parts();
  const PartSet c = some_parts();
  RC_ASSERT(text_of(merged(joined(joined(a, b), c), day)) ==
            text_of(merged(joined(a, joined(b, c)), day)));
}

RC_GTEST_PROP(Merging, IsCommutative, ()) {
  const PartSet a = some_parts();
  const PartSet b = some_parts();
  RC_ASSERT(text_of(merged(joined(a, b), day)) == text_of(merged(joined(b, a), day)));
}

RC_GTEST_PROP(Merging, IsIdempotent, ()) {
  const PartSet a = some_parts();
  const PartSet b = some_parts();
  const PartSet both = joined(a, b);
  RC_ASSERT(text_of(merged(joined(a, a), day)) == text_of(merged(a, day)));
  RC_ASSERT(text_of(merged(joined(both, b), day)) == text_of(merged(both, day)));
}

RC_GTEST_PROP(Merging, LosesNoKindOfDeviation, ()) {
  const PartSet a = some_parts();
  const PartSet b = some_parts();
  const Report both = merged(joined(a, b), day);
  for (const PartSet& parts : {a, b}) {
    for (const auto& [name, part] : parts.reports) {
      for (const Group& group : part.groups()) {
        RC_ASSERT(std::ranges::any_of(both.groups(), [&](const Group& other) {
          return other.rule() == group.rule() && other.observed() == group.observed();
        }));
      }
    }
  }
}

PartFile part(int number, const std::string& more = "") {
  PartFile named{fmt::format("out/{}/report.json", number),
                 message<Report>("implementation: 'emulated' command: 'netioconf check --shard " +
                                 std::to_string(number) + "/3' steps { conforms: 10 } " + more)};
  named.report.mutable_shard()->set_run("check");
  named.report.mutable_shard()->set_count(3);
  named.report.mutable_shard()->set_number(static_cast<std::uint32_t>(number));
  return named;
}

Report merged_of(const std::vector<PartFile>& reports) { return merged(*parts_of(reports), day); }

TEST(AMergedReport, ConformsIfAllPartsAreThere) {
  const Report report = merged_of({part(2), part(1), part(3)});
  EXPECT_EQ(report.outcome(), Outcome::conforms);
  EXPECT_EQ(report.steps().conforms(), 30);
  EXPECT_EQ(report.command(), "netioconf check");
  EXPECT_FALSE(report.partial());
  EXPECT_FALSE(report.has_shard());
}

TEST(AMergedReport, HasNoVerdictIfAPartDidNotEndOrIsMissing) {
  const Report report = merged_of({part(2, "unfinished: 'began yesterday'"), part(3)});
  EXPECT_EQ(report.outcome(), Outcome::too_little);
  EXPECT_THAT(report.too_little(), ElementsAre("1 of 3 parts of check did not end: part 2",
                                               "1 of 3 parts of check is missing: part 1"));
  EXPECT_THAT(report.merged(0).unfinished(), ElementsAre("2/3: began yesterday"));
  EXPECT_TRUE(report.partial());
}

TEST(AMergedReport, DeviatesAlsoIfAPartIsMissing) {
  const std::string deviating =
      "groups { rule: 'r' findings: 1 } scripts { name: 's' verdict: deviates findings { } }";
  EXPECT_EQ(merged_of({part(2, deviating)}).outcome(), Outcome::deviates);
}

TEST(AMergedReport, LeavesOutAPartThatDidNotEndIfItEndedLater) {
  const std::vector<PartFile> all = {part(1), part(2), part(3)};
  std::vector<PartFile> more = all;
  more.push_back(part(2, "unfinished: 'began yesterday'"));
  EXPECT_EQ(text_of(merged_of(more)), text_of(merged_of(all)));
}

TEST(AMergedReport, CountsAShardThatRanTwiceOnce) {
  const auto timed = [](int number, double seconds) {
    return part(number, fmt::format("searches {{ by: 'sweep' seconds: {} }}", seconds));
  };
  const Report report = merged_of({timed(1, 1.5), timed(2, 1), timed(1, 1.25), part(3)});
  EXPECT_EQ(report.steps().conforms(), 30);
  EXPECT_EQ(report.merged(0).reports(), 3U);
  EXPECT_THAT(report.space(), IsEmpty());
}

TEST(AMergedReport, SaysWhichShardEndedWithDifferentResults) {
  const Report report =
      merged_of({part(1), part(2), part(3), part(2, "coverage { states { times: 1 } }")});
  EXPECT_EQ(report.steps().conforms(), 40);
  EXPECT_THAT(report.space(),
              ElementsAre("part 2: ended more than once with different results; all of them count"));
}

TEST(AMergedReport, KeepsADeviationThatOnlyAPartThatDidNotEndShows) {
  const PartFile interrupted =
      part(2,
           "unfinished: 'interrupted by SIGTERM' groups { rule: 'r' findings: 1 } "
           "scripts { name: 's' verdict: deviates findings { } }");
  EXPECT_EQ(merged_of({part(1), part(2), part(3), interrupted}).outcome(), Outcome::deviates);
}

TEST(AMergedReport, CountsRunsThatAreNotDividedOneByOne) {
  const auto run = [](const char* why) {
    return PartFile{"x", message<Report>(std::string{"command: 'campaign' steps { conforms: 1 } "
                                                     "unfinished: '"} +
                                         why + "'")};
  };
  EXPECT_THAT(merged_of({run("began at 1"), run("began at 2"), run("began at 2"), run("")}).too_little(),
              ElementsAre("2 of 3 runs of campaign did not end"));
}

TEST(AMergedReport, DemandsOfAllPartsTogetherWhatARunMustReach) {
  const auto meeting = [](int number, const char* rule) {
    return part(number, std::string{"coverage { rules { rule: '"} + rule +
                            "' alone: 1 } } shard { demands { rules: 2 } }");
  };
  EXPECT_THAT(merged_of({meeting(1, "a"), meeting(2, "b"), meeting(3, "a")}).too_little(), IsEmpty());
  EXPECT_THAT(merged_of({meeting(1, "a"), meeting(2, "a"), meeting(3, "a")}).too_little(),
              ElementsAre("1 of 1 rules tested, 2 are demanded"));
}

TEST(AMergedReport, HasNoVerdictIfThePartsFollowDifferentAnswers) {
  const auto following = [](int number, const char* answer) {
    return part(number, fmt::format("readings {{ question: 'duplicate-key' decided: true answers: '{0}' "
                                    "evidence {{ answer: '{0}' script: 's{1}' place: 'step 1' }} }}",
                                    answer, number));
  };
  const Report report = merged_of({following(1, "prefix"), following(2, "metric"), part(3)});
  EXPECT_EQ(report.outcome(), Outcome::too_little);
  EXPECT_THAT(report.too_little(0), HasSubstr("the parts follow different answers to duplicate-key"));
  EXPECT_EQ(merged_of({following(1, "prefix"), following(2, "prefix"), part(3)}).outcome(),
            Outcome::conforms);
}

TEST(AMergedReport, ShowsTheShortestExample) {
  const auto deviating = [](int number, const char* script) {
    return part(number, std::string{"groups { rule: 'r' findings: 1 } scripts { verdict: deviates "
                                    "origin: generated "} +
                            script + " }");
  };
  const Report report = merged_of({deviating(1, "name: 'a' findings { call: 'x' } findings { }"),
                                   deviating(2, "name: 'c' findings { call: 'x' }"),
                                   deviating(3, "name: 'b' findings { call: 'x' }")});
  EXPECT_EQ(shortest_script(report, report.groups(0)).name(), "b");
  EXPECT_EQ(report.scripts_size(), 1);
  EXPECT_EQ(report.groups(0).findings(), 3);
}

TEST(AMergedReport, SaysWhichPartsHaveALineThatNotAllHave) {
  EXPECT_THAT(merged_of({part(1, "space: 'values' space: '10 of 21 scripts'"),
                         part(2, "space: 'values' space: '10 of 21 scripts'"),
                         part(3, "space: 'values' space: '1 of 21 scripts'")})
                  .space(),
              ElementsAre("values", "parts 1 to 2: 10 of 21 scripts", "part 3: 1 of 21 scripts"));
}

TEST(AMergedReport, OfOneReportHasItsFindings) {
  const Report sample = sample_report();
  const Report report = merged_of({{"x", sample}});
  EXPECT_EQ(report.groups_size(), sample.groups_size());
  EXPECT_EQ(report.known().matches_size(), sample.known().matches_size());
  EXPECT_EQ(report.outcome(), sample.outcome());
}

TEST(Reports, ThatDoNotBelongTogetherAreRefused) {
  const PartFile one = part(1);
  const auto error_with = [&](const char* change) {
    PartFile other = part(2);
    other.report.MergeFrom(message<Report>(change));
    return parts_of({one, other}).error();
  };
  EXPECT_EQ(error_with("implementation: 'linux'"),
            "out/2/report.json: is about linux, but out/1/report.json is about emulated (merge reports "
            "that belong together)");
  EXPECT_THAT(error_with("profile: windows"), HasSubstr("is judged by the profile windows, but "));
  EXPECT_THAT(error_with("implementation_version: '6.1'"),
              HasSubstr("is about version 6.1, but out/1/report.json is about version unknown"));
  EXPECT_THAT(error_with("catalogue: '12ab'"),
              HasSubstr("by the catalogue 12ab, but out/1/report.json is judged by the catalogue "
                        "without a version"));
}

TEST(Reports, WithDifferentKnownListsAreRefused) {
  const auto listed = [](int number, const char* rule) {
    return part(number, fmt::format("known {{ list: 'l' entries {{ rule: '{}' }} }}", rule));
  };
  EXPECT_TRUE(parts_of({part(1), listed(2, "a"), listed(3, "a")}).has_value());
  EXPECT_THAT(parts_of({part(1), listed(2, "a"), listed(3, "b")}).error(),
              HasSubstr("out/3/report.json: was compared with 1 entries of l, but out/2/report.json"));
}

}  // namespace
}  // namespace netioconf::reports::merge
