#include "reports/diff/ambiguity.h"

#include <algorithm>
#include <map>
#include <set>

#include "oracle/engine/judge.h"

namespace netioconf::reports::diff {
namespace {

// A question about one subject.
using AskedInstance = std::pair<std::string, std::string>;

// The answers that the implementation follows, as far as the step shows them.
std::map<AskedInstance, std::string> answers_at(const MemberChoice& choice,
                                                oracle::readings::Profile profile) {
  oracle::engine::Judge judge{profile};
  static_cast<void>(judge.judge(*choice.trace));
  std::map<AskedInstance, std::string> answers;
  for (const oracle::Followed& followed : judge.followed()) {
    for (const oracle::Evidence& evidence : followed.evidence) {
      if (evidence.step == choice.step) answers[{followed.question, followed.subject}] = evidence.answer;
    }
  }
  return answers;
}

// In how many groups each answer was given, and whether any answer was given in two groups.
struct Spread {
  std::set<std::string> answers;
  bool separates_the_groups = true;
};

Spread spread_of(const std::vector<std::set<std::string>>& by_group) {
  Spread spread;
  for (const std::set<std::string>& group : by_group) {
    spread.separates_the_groups = spread.separates_the_groups && group.size() <= 1;
    for (const std::string& answer : group) {
      const bool is_new = spread.answers.insert(answer).second;
      spread.separates_the_groups = spread.separates_the_groups && is_new;
    }
  }
  return spread;
}

// The question whose answers separate the groups best; nullopt if no question has two answers.
std::optional<AskedInstance> question_between(std::span<const MemberChoice> choices, std::size_t groups,
                                              oracle::readings::Profile profile) {
  std::vector<std::map<AskedInstance, std::string>> answers;
  std::set<AskedInstance> asked;
  for (const MemberChoice& choice : choices) {
    answers.push_back(answers_at(choice, profile));
    for (const auto& [question, answer] : answers.back()) asked.insert(question);
  }
  std::optional<AskedInstance> best;
  for (const AskedInstance& question : asked) {
    std::vector<std::set<std::string>> by_group(groups);
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const auto found = answers[i].find(question);
      by_group[choices[i].group].insert(found == answers[i].end() ? "" : found->second);
    }
    const Spread spread = spread_of(by_group);
    if (spread.answers.size() < 2) continue;
    if (spread.separates_the_groups) return question;
    if (!best) best = question;
  }
  return best;
}

std::vector<std::string> rules_at(std::span<const MemberChoice> choices) {
  std::set<std::string> rules;
  for (const MemberChoice& choice : choices) {
    for (const std::string_view rule : choice.finding->because) rules.emplace(rule);
  }
  return {rules.begin(), rules.end()};
}

bool all_refused(std::span<const AgreeingGroup> groups) {
  return std::ranges::none_of(groups,
                              [](const AgreeingGroup& group) { return group.outcome == "success"; });
}

}  // namespace

Cause cause_of_ambiguity(std::span<const MemberChoice> choices, std::span<const AgreeingGroup> groups,
                         oracle::readings::Profile profile) {
  const bool undecided = std::ranges::any_of(
      groups, [](const AgreeingGroup& group) { return group.verdict == oracle::Verdict::undecided; });
  if (undecided) return {.kind = DifferenceKind::undecided, .rules = rules_at(choices)};
  if (const auto question = question_between(choices, groups.size(), profile))
    return {.kind = DifferenceKind::reading, .reading = question->first, .subject = question->second};
  Cause cause{.kind = DifferenceKind::silent, .rules = rules_at(choices)};
  if (cause.rules.size() > 1 && all_refused(groups)) cause.kind = DifferenceKind::order;
  return cause;
}

}  // namespace netioconf::reports::diff
