#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <set>

#include "oracle/testing/ways.h"

namespace netioconf::oracle::readings {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;

std::vector<Way> all_ways() {
  std::vector<Way> all = ways_with_routes();
  append(all, ways_with_lookups());
  append(all, ways_with_other_calls());
  return all;
}

bool is_documented(const Way& way) {
  const Reading* question = find_reading(way.question);
  const auto answer = std::find_if(question->answers.begin(), question->answers.end(),
                                   [&](const Answer& each) { return each.id == way.answer; });
  return answer->basis == Basis::documented;
}

Trace trace_of(const Way& way) {
  Trace trace = trace_of(way.steps, way.host);
  trace.script = way.question + "/" + way.answer;
  return trace;
}

std::vector<std::string> left_open(const engine::Judge& judge, const Way& way) {
  for (const Followed& followed : judge.followed()) {
    if (followed.question == way.question && followed.subject == way.subject) return followed.answers;
  }
  return {};
}

Finding deviation_of(const Judgement& judgement) {
  for (const Finding& finding : judgement.findings) {
    if (finding.verdict == Verdict::deviates) return finding;
  }
  return {};
}

// Readings that are visible only in the tables. The step that deviates requires a different state,
// and no other answer at that step explains it.
bool shows_in_the_state_only(const Way& way) {
  static const std::set<std::string> questions = {
      "own-next-hop",   "illegal-protocol",      "unused-metric",      "last-moment",
      "immortal-route", "initial-notifications", "unset-member-in-set"};
  return questions.contains(way.question) || (way.question == "host-bits" && way.answer != "refused");
}

// Whether a different status for a missing route also explains what `way` shows.
bool is_made_up_for(const Way& way, const Way& other) {
  const bool finds_none = (way.question == "best-route-destination-class" && way.answer == "no-route") ||
                          (way.question == "unusual-source" && way.answer == "accepted");
  return finds_none && other.answer == "refused";
}

std::vector<Way> observed_ways() {
  std::vector<Way> ways = all_ways();
  std::erase_if(ways, is_documented);
  return ways;
}

// The other documented answers to the same question.
std::vector<Way> alternatives(const Way& way) {
  std::vector<Way> ways = all_ways();
  std::erase_if(ways, [&](const Way& other) {
    return other.question != way.question || other.subject != way.subject ||
           other.answer == way.answer || other.profile != way.profile || !is_documented(other);
  });
  return ways;
}

class EveryAnswer : public testing::TestWithParam<Way> {};

TEST_P(EveryAnswer, IsTakenAloneAndThenTheOneThatIsFollowed) {
  const Way& way = GetParam();
  engine::Judge judge{is_documented(way) ? way.profile : Profile::windows};
  for (const Finding& finding : judge.judge(trace_of(way)).findings) {
    EXPECT_EQ(finding.verdict, Verdict::conforms);
  }
  EXPECT_THAT(left_open(judge, way), ElementsAre(way.answer));
}

class EveryObservedAnswer : public testing::TestWithParam<Way> {};

TEST_P(EveryObservedAnswer, ExplainsADeviationFromThePages) {
  const Way& way = GetParam();
  const Finding finding = last_finding(trace_of(way));
  EXPECT_EQ(finding.verdict, Verdict::deviates);
  EXPECT_TRUE(finding.contradicts.empty());
  EXPECT_THAT(finding.explained_by, ElementsAre(AllOf(Field(&Evidence::question, way.question),
                                                      Field(&Evidence::subject, way.subject),
                                                      Field(&Evidence::answer, way.answer))));
}

// Two steps of one implementation that need different answers.
TEST_P(EveryAnswer, ContradictsEveryOther) {
  const Way& way = GetParam();
  if (!is_documented(way)) return;
  for (const Way& other : alternatives(way)) {
    engine::Judge judge{way.profile};
    (void)judge.judge(trace_of(way));
    const Finding finding = deviation_of(judge.judge(trace_of(other)));
    EXPECT_EQ(finding.verdict, Verdict::deviates) << other.answer;
    EXPECT_THAT(left_open(judge, way), ElementsAre(way.answer)) << "a deviating step decides nothing";
    if (shows_in_the_state_only(way) && shows_in_the_state_only(other)) continue;
    if (is_made_up_for(way, other)) continue;
    EXPECT_THAT(finding.contradicts, Contains(AllOf(Field(&Evidence::question, way.question),
                                                    Field(&Evidence::subject, way.subject),
                                                    Field(&Evidence::script, trace_of(way).script))))
        << other.answer;
  }
}

std::string name_of_way(const testing::TestParamInfo<Way>& info) {
  std::string name = info.param.question + "_" + info.param.subject + "_" + info.param.answer;
  std::replace_if(
      name.begin(), name.end(), [](char letter) { return letter == ' ' || letter == '-'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Readings, EveryAnswer, testing::ValuesIn(all_ways()), name_of_way);
INSTANTIATE_TEST_SUITE_P(Readings, EveryObservedAnswer, testing::ValuesIn(observed_ways()), name_of_way);

// Readings that the reply of a single call does not show.
std::set<std::array<std::string, 3>> answers_that_do_not_show() {
  return {
      // If a flag reads as passed, the stack may also have had no reason to adjust it.
      {"flags-read-back", "", "as-given"},
      // A host that sends from any address may also choose one of that link.
      {"link-of-best-source", "", "of-best-route"},
      // A row without a next hop may also match any route.
      {"next-hop-of-family-0", "GetIpForwardEntry2", "on-link"},
      // Such a table is also empty.
      {"no-stack-on-the-machine", "GetIpForwardTable2", "not-found"},
      // A route that does not exist is not found either.
      {"no-stack-on-the-machine", "GetIpForwardEntry2", "not-found"},
      // Both are one callback.
      {"initial-notifications", "one family", "once"},
      {"initial-notifications", "one family", "once-a-family"},
      {"no-stack-on-the-machine", "GetAnycastIpAddressTable", "not-found"},
  };
}

TEST(ATableOfAFamilyWithoutAStack, MayBeNotFoundOnWindowsEvenThoughAnEmptyOneIsThere) {
  Trace trace = trace_of({no_table(Call::anycast_table, number::not_found, ipv6_family)},
                         a_host_without(ipv6_family));
  EXPECT_EQ(last_finding(trace, Profile::windows).verdict, Verdict::conforms);
  trace.host = plain_host();
  EXPECT_EQ(last_finding(trace, Profile::windows).verdict, Verdict::deviates);
}

TEST(Questions, HaveStepsThatDistinguishEachAnswer) {
  std::set<std::array<std::string, 3>> distinguished = answers_that_do_not_show();
  for (const Way& way : all_ways()) distinguished.insert({way.question, way.subject, way.answer});
  for (const Reading& question : readings()) {
    for (const std::string_view subject : question.subjects) {
      for (const Answer& answer : question.answers) {
        EXPECT_TRUE(distinguished.contains(
            {std::string(question.id), std::string(subject), std::string(answer.id)}))
            << question.id << ", " << subject << ": " << answer.id;
      }
    }
  }
}

}  // namespace
}  // namespace netioconf::oracle::readings
