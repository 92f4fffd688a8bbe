#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>

#include "oracle/engine/hypotheses.h"
#include "oracle/testing/judging.h"

// A second, brute-force judge: for each complete set of answers it follows every state that is possible
// under it. Judge must report a deviation exactly when no set explains the step.
namespace netioconf::oracle::engine {
namespace {

using States = std::vector<state::State>;

// The states that are possible after the step under exactly these answers.
States states_after(const States& states, const readings::OpenReadings& answers, const Step& step) {
  States after;
  for (const state::State& state : states) {
    readings::ChoiceEnumerator choices{answers};
    do {
      state::StepOutcome way;
      rules::steps::step(choices, plain_host(), state, step, way);
      if (!way.status_fits || way.wrong != 0) continue;
      after.push_back(state);
      after.back().apply(way.edits);
    } while (choices.next());
  }
  return after;
}

const readings::OpenReadings at_first =
    readings::OpenReadings::open_under(readings::Profile::documented);

// The omitted questions have one answer.
readings::OpenReadings with_first_answers() {
  readings::OpenReadings answers = at_first;
  for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance) {
    const unsigned open = at_first.open(instance);
    answers.restrict_to(instance, static_cast<std::uint8_t>(open & (~open + 1)));
  }
  return answers;
}

std::size_t number_of_sets(const std::vector<readings::ReadingInstance>& asked) {
  std::size_t number = 1;
  for (const readings::ReadingInstance instance : asked)
    number *= static_cast<std::size_t>(std::popcount(at_first.open(instance)));
  return number;
}

// Every set with exactly one answer to each question.
std::vector<readings::OpenReadings> complete_sets(const std::vector<readings::ReadingInstance>& asked) {
  std::vector<readings::OpenReadings> sets = {with_first_answers()};
  for (const readings::ReadingInstance instance : asked) {
    std::vector<readings::OpenReadings> more;
    for (readings::OpenReadings answers : sets) {
      for (unsigned bit = 1; bit <= 0x80; bit <<= 1) {
        if ((at_first.open(instance) & bit) == 0) continue;
        answers.restrict_to(instance, static_cast<std::uint8_t>(bit));
        more.push_back(answers);
      }
    }
    sets = std::move(more);
  }
  return sets;
}

// The questions that any outcome of the trace asks.
std::vector<readings::ReadingInstance> questions_asked(const Trace& trace) {
  std::vector<Hypothesis> hypotheses = {{.answers = at_first, .state = {}}};
  std::vector<bool> asked(readings::instance_count);
  for (const Step& step : trace.steps) {
    const auto branches = explore(hypotheses, trace.host, step, state::Detail::counted);
    for (const Branch& branch : branches) {
      for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance)
        if (branch.answers.open(instance) != at_first.open(instance)) asked[instance] = true;
    }
    const bool any_fits = std::any_of(branches.begin(), branches.end(), fits);
    if (any_fits) hypotheses = hypotheses_after(std::move(hypotheses), branches);
  }
  std::vector<readings::ReadingInstance> instances;
  for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance)
    if (asked[instance]) instances.push_back(instance);
  return instances;
}

// One complete set of answers with all states that are possible under it.
struct Candidate {
  readings::OpenReadings answers;
  States states;
};

std::vector<Candidate> those_that_explain(const std::vector<Candidate>& candidates, const Step& step) {
  std::vector<Candidate> left;
  for (const Candidate& candidate : candidates) {
    States after = states_after(candidate.states, candidate.answers, step);
    if (!after.empty()) left.push_back({candidate.answers, std::move(after)});
  }
  return left;
}

// Returns false if there are too many sets of answers to try.
bool expect_the_same_verdicts(const Trace& trace) {
  constexpr std::size_t most_sets = 64;
  const std::vector<readings::ReadingInstance> asked = questions_asked(trace);
  if (number_of_sets(asked) > most_sets) return false;
  std::vector<Candidate> candidates;
  for (const readings::OpenReadings& answers : complete_sets(asked))
    candidates.push_back({answers, {state::State{}}});
  const Judgement judgement = Judge{readings::Profile::documented}.judge(trace);
  for (const Finding& finding : judgement.findings) {
    const Step& step = trace.steps[finding.step];
    std::vector<Candidate> left = those_that_explain(candidates, step);
    EXPECT_EQ(finding.verdict == Verdict::conforms, !left.empty()) << finding.step;
    if (finding.verdict == Verdict::deviates) return true;
    if (!left.empty()) candidates = std::move(left);
  }
  return true;
}

template <class T>
const T& one_of(std::mt19937& random, const std::vector<T>& choices) {
  return choices[random() % choices.size()];
}

RouteRow some_route(std::mt19937& random) {
  const RouteRow row = a_route();
  const RouteRow untidy = to(row, ipv4(10, 0, 0, 9), 8);
  const RouteRow loopback = to(row, ipv4(127, 0, 0, 0), 8);
  const RouteRow spoiled = with(row, &RouteRow::valid_lifetime_s, 60);
  const RouteRow to_nowhere = with(row, &RouteRow::site_prefix_length, 255);
  const std::vector<RouteRow> rows = {row,
                                      row,
                                      via(row, ipv4(10, 0, 0, 2)),
                                      untidy,
                                      loopback,
                                      spoiled,
                                      to_nowhere,
                                      a_short_lived_route(),
                                      via(row, ipv6(0, 9)),
                                      with(row, &RouteRow::metric, 10)};
  return one_of(random, rows);
}

Step some_step(std::mt19937& random) {
  const std::vector<std::uint32_t> statuses = {number::success,        number::success,
                                               number::success,        number::invalid_parameter,
                                               number::already_exists, number::not_found};
  const std::uint32_t status = one_of(random, statuses);
  const RouteRow row = some_route(random);
  switch (random() % 8) {
    case 0:
      return answered(remove(row), status);
    case 1:
      return answered(set(row), status);
    case 2:
      return status == number::success ? read(row) : answered(get(row), status);
    case 3:
      return no_table(Call::route_table, number::not_found);
    case 4:
      return table_of(random() % 2 == 0 ? RouteRows{row} : RouteRows{row, some_route(random)});
    default:
      return refused(row, status);
  }
}

TEST(AJudge, FindsADeviationExactlyWhenNoSetOfAnswersExplainsTheStep) {
  std::mt19937 random{20120711};
  int compared = 0;
  for (int round = 0; round < 2500; ++round) {
    Steps steps;
    for (auto left = 2 + random() % 4; left != 0; --left) steps.push_back(some_step(random));
    const bool tried = expect_the_same_verdicts(trace_of(steps));
    compared += tried ? 1 : 0;
    ASSERT_FALSE(testing::Test::HasFailure()) << "round " << round;
  }
  EXPECT_GT(compared, 1000);
}

}  // namespace
}  // namespace netioconf::oracle::engine
