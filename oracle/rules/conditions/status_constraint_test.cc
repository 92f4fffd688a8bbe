#include "oracle/rules/conditions/status_constraint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace netioconf::oracle::rules::inline conditions {
namespace {

using readings::OpenReadings;
using readings::ReadingInstance;
using testing::ElementsAre;

constexpr ReadingInstance with_four_answers = readings::instance_of<readings::host_bits>();
constexpr ReadingInstance with_two_answers = readings::instance_of<readings::site_prefix_sentinel>();
constexpr ReadingInstance with_two_others = readings::instance_of<readings::duplicate_key>();

const Rule rules[] = {{.id = "first"}, {.id = "second"}, {.id = "third"}, {.id = "fourth"}};

enum class Kind : std::uint8_t { always, under_an_answer, perhaps };

struct Refusing {
  const Rule* rule = nullptr;
  Kind kind = Kind::always;
  ReadingInstance instance = with_four_answers;
  StatusesByAnswer statuses = {};
};

// The statuses with which the rule refuses the call if each question has one answer. A rule of the kind
// `perhaps` may also not refuse it.
StatusSet statuses_of(const Refusing& refusing, const OpenReadings& answers) {
  if (refusing.kind == Kind::always) return refusing.statuses.front();
  StatusSet statuses;
  for (std::size_t answer = 0; answer < refusing.statuses.size(); ++answer) {
    const bool holds =
        refusing.kind == Kind::perhaps || (answers.open(refusing.instance) >> answer & 1) != 0;
    if (holds) statuses.insert(refusing.statuses[answer]);
  }
  return statuses;
}

StatusSet allowed_by(const std::vector<Refusing>& all, const OpenReadings& answers, StatusSet anyway) {
  StatusSet allowed = anyway;
  bool is_refused = false;
  for (const Refusing& refusing : all) {
    const StatusSet statuses = statuses_of(refusing, answers);
    allowed.insert(statuses);
    is_refused = is_refused || (refusing.kind != Kind::perhaps && !statuses.empty());
  }
  if (!is_refused) allowed.insert(Status::success);
  return allowed;
}

struct Box {
  OpenReadings answers;
  state::StepOutcome outcome;
};

std::vector<Box> boxes_of(const std::vector<Refusing>& all, const OpenReadings& open, Status observed,
                          StatusSet anyway) {
  std::vector<Box> boxes;
  readings::ChoiceEnumerator choices{open};
  do {
    Box box;
    StatusConstraint constraint{choices, observed, anyway, box.outcome};
    for (const Refusing& refusing : all) {
      if (refusing.kind == Kind::always) {
        constraint.refuse(*refusing.rule, refusing.statuses.front());
      } else {
        constraint.refuse_under(
            *refusing.rule, refusing.statuses,
            refusing.kind == Kind::perhaps ? std::nullopt : std::optional{refusing.instance});
      }
    }
    constraint.apply();
    box.answers = choices.answers();
    boxes.push_back(std::move(box));
  } while (choices.next());
  return boxes;
}

// Every set with one answer to each of the three questions.
std::vector<OpenReadings> complete_sets(const OpenReadings& open) {
  std::vector<OpenReadings> sets = {open};
  for (const ReadingInstance instance : {with_four_answers, with_two_answers, with_two_others}) {
    std::vector<OpenReadings> more;
    for (OpenReadings set : sets) {
      for (unsigned bit = 1; bit <= 8; bit <<= 1) {
        if ((open.open(instance) & bit) == 0) continue;
        set.restrict_to(instance, static_cast<std::uint8_t>(bit));
        more.push_back(set);
      }
    }
    sets = std::move(more);
  }
  return sets;
}

bool contains(const Box& box, const OpenReadings& set) {
  return std::ranges::all_of(
      std::initializer_list<ReadingInstance>{with_four_answers, with_two_answers, with_two_others},
      [&](ReadingInstance instance) { return (box.answers.open(instance) & set.open(instance)) != 0; });
}

template <class T>
T one_of(std::mt19937& random, std::initializer_list<T> choices) {
  return choices.begin()[random() % choices.size()];
}

Refusing some_refusal(std::mt19937& random, const Rule& rule) {
  Refusing refusing{.rule = &rule,
                    .kind = one_of(random, {Kind::always, Kind::under_an_answer, Kind::under_an_answer,
                                            Kind::under_an_answer, Kind::perhaps}),
                    .instance = one_of(random, {with_four_answers, with_two_answers, with_two_others})};
  const std::size_t answers = readings::name_of_instance(refusing.instance).question->answers.size();
  for (std::size_t answer = 0; answer < answers; ++answer) {
    if (refusing.kind != Kind::always && random() % 2 == 0) continue;
    refusing.statuses[answer].insert(
        one_of(random, {Status::invalid_parameter, Status::not_found, Status::not_supported}));
  }
  return refusing;
}

TEST(AStatusConstraint, KeepsExactlyTheAnswersThatExplainTheStatus) {
  const unsigned seed = 20261130;
  std::mt19937 random{seed};
  for (int round = 0; round < 20000; ++round) {
    std::vector<Refusing> all;
    for (std::size_t i = 0; i < random() % 5; ++i) all.push_back(some_refusal(random, rules[i]));
    OpenReadings open = OpenReadings::all();
    open.restrict_to(with_four_answers, static_cast<std::uint8_t>(1 + random() % 15));
    const StatusSet anyway = random() % 8 == 0 ? StatusSet{Status::not_found} : StatusSet{};
    const Status observed = one_of(random, {Status::success, Status::success, Status::invalid_parameter,
                                            Status::not_found, Status::access_denied});
    const std::vector<Box> boxes = boxes_of(all, open, observed, anyway);
    StatusSet allowed;
    for (const OpenReadings& set : complete_sets(open)) {
      const StatusSet under_set = allowed_by(all, set, anyway);
      allowed.insert(under_set);
      const auto holding = std::ranges::count_if(boxes, [&](const Box& box) {
        return box.outcome.allowed.contains(observed) && contains(box, set);
      });
      ASSERT_EQ(holding, under_set.contains(observed) ? 1 : 0) << "seed " << seed << ", round " << round;
    }
    for (const Box& box : boxes) ASSERT_EQ(box.outcome.allowed, allowed) << "round " << round;
  }
}

const OpenReadings everything = OpenReadings::all();

StatusesByAnswer under(std::size_t answer, Status status) {
  StatusesByAnswer statuses;
  statuses[answer].insert(status);
  return statuses;
}

TEST(AStatusConstraint, NamesTheRulesThatMayRefuse) {
  const auto boxes =
      boxes_of({{&rules[0], Kind::under_an_answer, with_two_answers, under(1, Status::not_found)},
                {&rules[1], Kind::under_an_answer, with_two_others, {}},
                {&rules[2], Kind::always, with_two_answers, under(0, Status::not_supported)}},
               everything, Status::not_supported, {});
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_THAT(boxes[0].outcome.because, ElementsAre(&rules[0], &rules[2]));
  EXPECT_EQ(boxes[0].answers, everything) << "the third rule explains the status";
}

TEST(AStatusConstraint, NeedsNoCombinationForASuccess) {
  const auto boxes =
      boxes_of({{&rules[0], Kind::under_an_answer, with_two_answers, under(1, Status::not_found)},
                {&rules[1], Kind::under_an_answer, with_two_others, under(1, Status::not_found)},
                {&rules[2], Kind::under_an_answer, with_four_answers, under(0, Status::not_found)}},
               everything, Status::success, {});
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_EQ(boxes[0].answers.open(with_two_answers), 0b01);
  EXPECT_EQ(boxes[0].answers.open(with_four_answers), 0b1110);
}

TEST(AStatusConstraint, NeedsOneCombinationForEachRuleThatExplainsAFailure) {
  const auto boxes =
      boxes_of({{&rules[0], Kind::under_an_answer, with_two_answers, under(1, Status::not_found)},
                {&rules[1], Kind::under_an_answer, with_two_others, under(1, Status::not_found)},
                {&rules[2], Kind::under_an_answer, with_four_answers, under(0, Status::not_supported)}},
               everything, Status::not_found, {});
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_EQ(boxes[0].answers.open(with_two_answers), 0b10);
  EXPECT_EQ(boxes[0].answers.open(with_two_others), 0b11);
  EXPECT_EQ(boxes[1].answers.open(with_two_answers), 0b01);
  EXPECT_EQ(boxes[1].answers.open(with_two_others), 0b10);
  EXPECT_EQ(boxes[1].answers.open(with_four_answers), 0b1111);
}

}  // namespace
}  // namespace netioconf::oracle::rules::inline conditions
