#include "reports/diff/ambiguity.h"

#include <algorithm>
#include <map>
#include <set>

#include "oracle/engine/judge.h"

namespace netioconf::reports::diff {
namespace {

using oracle::Verdict;

// A question about one subject.
using Asked = std::pair<std::string, std::string>;

// The answers that the implementation follows, as far as the step shows them.
std::map<Asked, std::string> answers_at(const Chose& chose, oracle::readings::Profile profile) {
  oracle::engine::Judge judge{profile};
  static_cast<void>(judge.judge(*chose.trace));
  std::map<Asked, std::string> answers;
  for (const oracle::Followed& followed : judge.followed()) {
    for (const oracle::Evidence& evidence : followed.evidence) {
      if (evidence.step == chose.step) answers[{followed.question, followed.subject}] = evidence.answer;
    }
  }
  return answers;
}

// In how many camps each answer was given, and whether any answer was given in two camps.
struct Spread {
  std::set<std::string> answers;
  bool parts_the_camps = true;
};

Spread spread_of(const std::vector<std::set<std::string>>& by_camp) {
  Spread spread;
  for (const std::set<std::string>& camp : by_camp) {
    spread.parts_the_camps = spread.parts_the_camps && camp.size() <= 1;
    for (const std::string& answer : camp) {
      const bool is_new = spread.answers.insert(answer).second;
      spread.parts_the_camps = spread.parts_the_camps && is_new;
    }
  }
  return spread;
}

// The question whose answers separate the camps best; nullopt if no question has two answers.
std::optional<Asked> question_between(std::span<const Chose> chosen, std::size_t camps,
                                      oracle::readings::Profile profile) {
  std::vector<std::map<Asked, std::string>> answers;
  std::set<Asked> asked;
  for (const Chose& chose : chosen) {
    answers.push_back(answers_at(chose, profile));
    for (const auto& [question, answer] : answers.back()) asked.insert(question);
  }
  std::optional<Asked> best;
  for (const Asked& question : asked) {
    std::vector<std::set<std::string>> by_camp(camps);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const auto found = answers[i].find(question);
      by_camp[chosen[i].camp].insert(found == answers[i].end() ? "" : found->second);
    }
    const Spread spread = spread_of(by_camp);
    if (spread.answers.size() < 2) continue;
    if (spread.parts_the_camps) return question;
    if (!best) best = question;
  }
  return best;
}

std::vector<std::string> rules_at(std::span<const Chose> chosen) {
  std::set<std::string> rules;
  for (const Chose& chose : chosen) {
    for (const std::string_view rule : chose.finding->because) rules.emplace(rule);
  }
  return {rules.begin(), rules.end()};
}

bool all_refused(std::span<const AgreeingGroup> camps) {
  return std::none_of(camps.begin(), camps.end(),
                      [](const AgreeingGroup& camp) { return camp.outcome == "success"; });
}

}  // namespace

Cause cause_of_ambiguity(std::span<const Chose> chosen, std::span<const AgreeingGroup> camps,
                         oracle::readings::Profile profile) {
  const bool undecided = std::any_of(camps.begin(), camps.end(), [](const AgreeingGroup& camp) {
    return camp.verdict == Verdict::undecided;
  });
  if (undecided) return {.kind = DivergenceKind::undecided, .rules = rules_at(chosen)};
  if (const auto question = question_between(chosen, camps.size(), profile))
    return {.kind = DivergenceKind::reading, .reading = question->first, .subject = question->second};
  Cause cause{.kind = DivergenceKind::silent, .rules = rules_at(chosen)};
  if (cause.rules.size() > 1 && all_refused(camps)) cause.kind = DivergenceKind::order;
  return cause;
}

}  // namespace netioconf::reports::diff
