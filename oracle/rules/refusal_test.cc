#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "oracle/model/named_statuses.h"
#include "oracle/rules/catalogue.h"
#include "oracle/rules/route_refusals.h"
#include "oracle/testing/boundaries.h"

namespace netioconf::oracle::rules {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::vector<Boundary> all_boundaries() {
  std::vector<Boundary> all;
  for (const auto& some : {boundaries_of_create_route(), boundaries_of_route_lookups(),
                           boundaries_of_anycast(), boundaries_of_queries()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

// The call with this answer; if it reads something, with the existing entry.
Step answered_from(const Boundary& boundary, const Operation& operation, std::uint32_t status) {
  Step step = answered(operation, status);
  const Call call = call_of(operation);
  if (call == Call::get_route || call == Call::best_route) step.reply.route = boundary.there;
  if (call == Call::get_anycast) step.reply.anycast = an_anycast();
  return step;
}

Finding judged(const Boundary& boundary, const Operation& operation, std::uint32_t status) {
  Steps steps = boundary.before;
  steps.push_back(answered_from(boundary, operation, status));
  return last_finding(steps, boundary.host);
}

constexpr std::uint32_t number_of(Status status) {
  constexpr std::array<std::uint32_t, status_count> numbers = {0, 87, 1168, 50, 5010, 2, 6, 8, 5, 31};
  return numbers[static_cast<std::size_t>(status)];
}

class EveryRefusal : public testing::TestWithParam<Boundary> {};

TEST_P(EveryRefusal, AppliesBeyondItsBoundary) {
  const Boundary& boundary = GetParam();
  const Finding finding = judged(boundary, boundary.beyond, number::invalid_parameter);
  EXPECT_THAT(finding.because, Contains(boundary.rule));
  EXPECT_EQ(finding.allowed, boundary.allowed_beyond);
}

TEST_P(EveryRefusal, DoesNotApplyWithin) {
  const Boundary& boundary = GetParam();
  const Finding finding = judged(boundary, boundary.within, number::success);
  EXPECT_THAT(finding.because, Not(Contains(boundary.rule)));
  EXPECT_EQ(finding.allowed, boundary.allowed_within);
}

TEST_P(EveryRefusal, LeavesNoStatusButTheAllowedOnes) {
  const Boundary& boundary = GetParam();
  const Call call = call_of(boundary.beyond);
  for (std::size_t i = 0; i < status_count; ++i) {
    const auto status = static_cast<Status>(i);
    const Finding finding = judged(boundary, boundary.beyond, number_of(status));
    const bool left_open =
        boundary.allowed_beyond.contains(Status::success) && !named_statuses(call).contains(status);
    const Verdict otherwise = left_open ? Verdict::undecided : Verdict::deviates;
    EXPECT_EQ(finding.verdict, boundary.allowed_beyond.contains(status) ? Verdict::conforms : otherwise)
        << name_of(status);
    if (finding.verdict == Verdict::deviates) {
      EXPECT_THAT(finding.because, Contains(finding.rule));
    }
  }
}

// The same call for an entry that does not exist, with nothing else wrong.
Operation call_without_entry(Call call) {
  const RouteRow route = to(a_route(), ipv4(11, 0, 0, 0), 8);
  switch (call) {
    case Call::set_route:
      return set(route);
    case Call::get_route:
      return get(route);
    case Call::delete_route:
      return remove(route);
    case Call::get_anycast:
      return get(an_anycast());
    case Call::delete_anycast:
      return remove(an_anycast());
    default:
      return best_route_to(ipv4(11, 0, 0, 1));
  }
}

class EveryRefusalOfASearch : public testing::TestWithParam<Boundary> {};

TEST_P(EveryRefusalOfASearch, HasItsOwnStatusBesideThatOfAMissingEntry) {
  const Boundary& boundary = GetParam();
  engine::Judge judge{readings::Profile::documented};
  const Operation without_entry = call_without_entry(call_of(boundary.beyond));
  (void)judge.judge(trace_of({answered(without_entry, number::already_exists)}));
  Steps steps = boundary.before;
  steps.push_back(answered_from(boundary, boundary.beyond, number::already_exists));
  const Finding finding = judge.judge(trace_of(steps, boundary.host)).findings.back();
  StatusSet allowed = *boundary.by_other_rules;
  allowed.insert(Status::object_already_exists);
  EXPECT_EQ(finding.allowed, allowed);
}

std::vector<Boundary> boundaries_of_searches() {
  std::vector<Boundary> some = all_boundaries();
  std::erase_if(some, [](const Boundary& boundary) { return !boundary.by_other_rules; });
  return some;
}

std::string name_of_boundary(const testing::TestParamInfo<Boundary>& info) {
  std::string name{info.param.rule};
  std::replace_if(
      name.begin(), name.end(), [](char letter) { return letter == '.' || letter == '-'; }, '_');
  return name + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(Catalogue, EveryRefusal, testing::ValuesIn(all_boundaries()), name_of_boundary);
INSTANTIATE_TEST_SUITE_P(Catalogue, EveryRefusalOfASearch, testing::ValuesIn(boundaries_of_searches()),
                         name_of_boundary);

TEST(TheCatalogue, HasABoundaryForEveryRefusal) {
  std::set<std::string_view> tested;
  for (const Boundary& boundary : all_boundaries()) tested.insert(boundary.rule);
  for (const Rule& rule : rules()) {
    if (rule.kind == Kind::refusal) {
      EXPECT_THAT(tested, Contains(rule.id));
    }
  }
}

std::vector<std::string_view> reasons(const Operation& operation) {
  return last_finding({answered(operation, number::invalid_parameter)}).because;
}

TEST(AMissingArgument, IsRefusedForThatAlone) {
  for (const Call call :
       {Call::create_route, Call::set_route, Call::get_route, Call::delete_route, Call::create_anycast,
        Call::get_anycast, Call::delete_anycast, Call::get_link}) {
    EXPECT_THAT(reasons(null_row(call)), ElementsAre(state::rule_id(call, "null-row")));
  }
  EXPECT_THAT(reasons(BestRouteCall{.luid = first_luid, .index = 0, .source = {}, .destination = {}}),
              ElementsAre("best-route.null-argument"));
  EXPECT_THAT(reasons(best_route_to(no_family)), ElementsAre("best-route.destination-family"));
}

TEST(TheCatalogue, RefusesNoInitialization) {
  EXPECT_TRUE(route_refusals(Call::initialize_route).empty());
}

}  // namespace
}  // namespace netioconf::oracle::rules
