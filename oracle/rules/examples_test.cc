#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "oracle/model/calls.h"
#include "oracle/model/samples.h"
#include "oracle/rules/catalogue.h"
#include "oracle/rules/examples.h"
#include "oracle/testing/judging.h"

// The examples of every rule.
namespace netioconf::oracle::rules {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::Not;

// The call with this answer; if it reads something, with the existing entry.
Step answered_from(const RuleExample& example, std::uint32_t status) {
  Step step = answered(example.call, status);
  const Call call = call_of(example.call);
  if (call == Call::get_route) step.reply.route = a_route();
  if (call == Call::best_route) step.reply.route = *std::get<RouteCall>(example.before.front()).row;
  if (call == Call::get_anycast) step.reply.anycast = an_anycast();
  return step;
}

Trace trace_of(const RuleExample& example, std::uint32_t status) {
  Steps steps;
  for (const Operation& before : example.before) steps.push_back(answered(before, number::success));
  steps.push_back(answered_from(example, status));
  return oracle::trace_of(steps, example.host);
}

Finding judged(const RuleExample& example, std::uint32_t status) {
  return last_finding(trace_of(example, status));
}

std::vector<RuleExample> examples_on(Side side) {
  std::vector<RuleExample> some = examples();
  std::erase_if(some, [side](const RuleExample& example) { return example.side != side; });
  return some;
}

std::vector<EffectExample> traces_on(Side side) {
  std::vector<EffectExample> some = effect_examples();
  std::erase_if(some, [side](const EffectExample& example) { return example.side != side; });
  return some;
}

template <class Example>
std::string name_of_example(const testing::TestParamInfo<Example>& info) {
  std::string name{info.param.rule->id};
  std::replace_if(
      name.begin(), name.end(), [](char letter) { return letter == '.' || letter == '-'; }, '_');
  return name + "_" + std::to_string(info.index);
}

class BeyondTheBoundary : public testing::TestWithParam<RuleExample> {};
class WithinTheBoundary : public testing::TestWithParam<RuleExample> {};

TEST_P(BeyondTheBoundary, TheRuleAllowsItsStatuses) {
  const Finding finding = judged(GetParam(), number::invalid_parameter);
  EXPECT_THAT(finding.because, Contains(GetParam().rule->id));
  bool allows_one = false;
  for (std::size_t i = 0; i < status_count; ++i) {
    const auto status = static_cast<Status>(i);
    const bool promised = promised_statuses(*GetParam().rule).contains(status);
    allows_one = allows_one || (promised && finding.allowed.contains(status));
  }
  EXPECT_TRUE(allows_one);
}

TEST_P(WithinTheBoundary, TheRuleDoesNotApply) {
  EXPECT_THAT(judged(GetParam(), number::success).because, Not(Contains(GetParam().rule->id)));
}

constexpr std::uint32_t number_of(Status status) {
  constexpr std::array<std::uint32_t, status_count> numbers = {0, 87, 1168, 50,   5010, 2,
                                                               6, 8,  5,    1231, 31};
  return numbers[static_cast<std::size_t>(status)];
}

// Whether a caller without the rights to change tables explains any status that says so.
bool may_lack_rights(const RuleExample& example) {
  const auto changes_table = [](const Operation& operation) {
    return table_changed_by(call_of(operation)).has_value();
  };
  return changes_table(example.call) && std::ranges::none_of(example.before, changes_table);
}

TEST_P(BeyondTheBoundary, NoStatusConformsButTheAllowedOnes) {
  const Call call = call_of(GetParam().call);
  const StatusSet allowed = judged(GetParam(), number::invalid_parameter).allowed;
  StatusSet with_a_meaning = named_statuses(call);
  with_a_meaning.insert(
      statuses_of_rules(call, readings::OpenReadings::open_under(readings::Profile::documented)));
  for (std::size_t i = 0; i < status_count; ++i) {
    const auto status = static_cast<Status>(i);
    const Finding finding = judged(GetParam(), number_of(status));
    const bool left_open = (allowed.contains(Status::success) && !with_a_meaning.contains(status)) ||
                           (status == Status::access_denied && may_lack_rights(GetParam())) ||
                           (status == Status::not_enough_memory && creates(call));
    const Verdict otherwise = left_open ? Verdict::undecided : Verdict::deviates;
    EXPECT_EQ(finding.verdict, allowed.contains(status) ? Verdict::conforms : otherwise)
        << name_of(status);
    if (finding.verdict == Verdict::deviates) {
      EXPECT_THAT(finding.because, Contains(finding.rule));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Catalogue, BeyondTheBoundary, testing::ValuesIn(examples_on(Side::beyond)),
                         name_of_example<RuleExample>);
INSTANTIATE_TEST_SUITE_P(Catalogue, WithinTheBoundary, testing::ValuesIn(examples_on(Side::within)),
                         name_of_example<RuleExample>);

class ABrokenPromise : public testing::TestWithParam<EffectExample> {};
class AKeptPromise : public testing::TestWithParam<EffectExample> {};

std::vector<Verdict> verdicts_of(const Trace& trace) {
  std::vector<Verdict> verdicts;
  for (const Finding& finding : engine::Judge{readings::Profile::documented}.judge(trace).findings) {
    verdicts.push_back(finding.verdict);
  }
  return verdicts;
}

TEST_P(ABrokenPromise, IsADeviationOfTheLastStep) {
  const Trace& trace = GetParam().trace;
  std::vector<Verdict> expected(trace.steps.size(), Verdict::conforms);
  expected.back() = Verdict::deviates;
  EXPECT_EQ(verdicts_of(trace), expected);
}

TEST_P(ABrokenPromise, IsAttributedToItsRuleAlone) {
  const Finding finding = last_finding(GetParam().trace);
  EXPECT_EQ(finding.rule, GetParam().rule->id);
  EXPECT_THAT(finding.mismatches, Each(Field(&Mismatch::rule, GetParam().rule->id)));
}

TEST_P(AKeptPromise, Conforms) { EXPECT_THAT(verdicts_of(GetParam().trace), Each(Verdict::conforms)); }

INSTANTIATE_TEST_SUITE_P(Catalogue, ABrokenPromise, testing::ValuesIn(traces_on(Side::beyond)),
                         name_of_example<EffectExample>);
INSTANTIATE_TEST_SUITE_P(Catalogue, AKeptPromise, testing::ValuesIn(traces_on(Side::within)),
                         name_of_example<EffectExample>);

// Calls of Create break one rule only beyond its boundary, so that exactly its statuses are allowed.
TEST(TheExamplesOfCreate, BreakOneRule) {
  for (const RuleExample& example : examples_on(Side::beyond)) {
    const Call call = example.rule->call;
    if (call != Call::create_route && call != Call::create_anycast) continue;
    const Finding finding = judged(example, number::invalid_parameter);
    EXPECT_THAT(finding.because, ElementsAre(example.rule->id));
  }
}

TEST(TheSidesOfAnExample, DifferInTheCallOnly) {
  const std::vector<RuleExample> all = examples();
  for (std::size_t beyond = 0; beyond < all.size(); beyond += 2) {
    const RuleExample& within = all[beyond + 1];
    EXPECT_EQ(all[beyond].rule, within.rule);
    EXPECT_EQ(all[beyond].host, within.host) << within.rule->id;
    EXPECT_EQ(all[beyond].before, within.before) << within.rule->id;
    EXPECT_NE(all[beyond].call, within.call) << within.rule->id;
  }
}

TEST(TheCatalogue, HasExamplesOnBothSidesOfEveryRule) {
  std::set<std::pair<std::string_view, Side>> shown;
  for (const RuleExample& example : examples()) shown.insert({example.rule->id, example.side});
  for (const EffectExample& example : effect_examples()) shown.insert({example.rule->id, example.side});
  for (const Rule& rule : rules()) {
    EXPECT_THAT(shown, AllOf(Contains(std::pair{rule.id, Side::beyond}),
                             Contains(std::pair{rule.id, Side::within})));
  }
}

TEST(TheRowsOfExamples, AreDifferent) {
  EXPECT_GT(example_rows<RouteRow>().size(), 40U);
  EXPECT_EQ(std::count(example_rows<RouteRow>().begin(), example_rows<RouteRow>().end(), a_route()), 1);
  EXPECT_EQ(
      std::count(example_rows<AnycastRow>().begin(), example_rows<AnycastRow>().end(), an_anycast()), 1);
}

TEST(AnExample, GivesARowTheMembersInWhichItDiffers) {
  RouteRow row = an_ipv6_route();
  take_members(on(with(a_route(), &RouteRow::metric, 7), second_luid, 2), row);
  EXPECT_EQ(row, with(an_ipv6_route(), &RouteRow::metric, 7));
  AnycastRow anycast = an_ipv4_anycast();
  take_members(with(an_anycast(), &AnycastRow::scope_id, 7), anycast);
  EXPECT_EQ(anycast, with(an_ipv4_anycast(), &AnycastRow::scope_id, 7));
}

std::vector<std::string_view> reasons(const Operation& operation) {
  return last_finding({answered(operation, number::invalid_parameter)}).because;
}

TEST(AMissingArgument, IsRefusedForThatAlone) {
  for (const auto& [call, rule] : {std::pair{Call::create_route, "route.null-row"},
                                   std::pair{Call::set_route, "route-set.null-row"},
                                   std::pair{Call::get_route, "route-get.null-row"},
                                   std::pair{Call::delete_route, "route-delete.null-row"},
                                   std::pair{Call::create_anycast, "anycast.null-row"},
                                   std::pair{Call::get_anycast, "anycast-get.null-row"},
                                   std::pair{Call::delete_anycast, "anycast-delete.null-row"},
                                   std::pair{Call::get_link, "link-metric.null-row"}}) {
    EXPECT_THAT(reasons(null_row(call)), ElementsAre(rule));
  }
  EXPECT_THAT(reasons(BestRouteCall{.luid = first_luid, .index = 0, .source = {}, .destination = {}}),
              ElementsAre("best-route.null-argument"));
  EXPECT_THAT(reasons(best_route_to(no_family)), ElementsAre("best-route.destination-family"));
}

}  // namespace
}  // namespace netioconf::oracle::rules
