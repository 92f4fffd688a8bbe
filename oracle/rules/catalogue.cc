#include "oracle/rules/catalogue.h"

#include <algorithm>
#include <array>
#include <vector>

#include "oracle/rules/call_rules.h"

namespace netioconf::oracle::rules {
namespace {

std::vector<Rule> collect() {
  std::vector<Rule> all;
  for_each_refusal([&](const auto& refusal) { all.push_back(refusal.rule); });
  for_each_effect([&](const Effect& effect) { all.push_back(effect.rule); });
  std::sort(all.begin(), all.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  return all;
}

using PromiseTable = std::array<std::array<const Rule*, promise_count>, call_count>;

PromiseTable tabulate() {
  PromiseTable table{};
  for_each_effect([&](const Effect& effect) {
    const Rule& rule = effect.rule;
    table[static_cast<std::size_t>(rule.call)][static_cast<std::size_t>(*rule.promise)] = &rule;
  });
  return table;
}

}  // namespace

std::span<const Rule> rules() {
  static const std::vector<Rule> all = collect();
  return all;
}

const Rule* find_rule(Call call, Promise promise) {
  static const PromiseTable table = tabulate();
  return table[static_cast<std::size_t>(call)][static_cast<std::size_t>(promise)];
}

const Rule& rule_of(Call call, Promise promise) { return *find_rule(call, promise); }

bool is_promised_by_every_page(const Rule& rule) {
  return rule.promise == Promise::returns || rule.promise == Promise::refuses_only_as_documented;
}

StatusSet promised_statuses(const Rule& rule) {
  StatusSet statuses;
  for_each_refusal([&](const auto& refusal) {
    if (refusal.rule.id != rule.id) return;
    for (const StatusSet& some : refusal.failure.statuses) statuses.insert(some);
  });
  return statuses;
}

namespace {

// The answers to the question that are open for the call, or for any subject if the subjects are no
// calls.
std::uint8_t open_answers(const Rule& rule, const readings::OpenReadings& open) {
  const readings::Reading* question = readings::find_reading(rule.reading);
  if (question == nullptr) return 0xff;
  const auto position = static_cast<std::size_t>(question - readings::readings().data());
  const std::string_view function = function_name(rule.call);
  const bool of_calls = std::ranges::find(question->subjects, function) != question->subjects.end();
  std::uint8_t answers = 0;
  for (std::size_t subject = 0; subject < question->subjects.size(); ++subject) {
    if (of_calls && question->subjects[subject] != function) continue;
    answers |=
        open.open(static_cast<readings::ReadingInstance>(readings::first_instances[position] + subject));
  }
  return answers;
}

}  // namespace

StatusSet statuses_of_rules(Call call, const readings::OpenReadings& open) {
  StatusSet statuses;
  for_each_refusal([&](const auto& refusal) {
    if (refusal.rule.call != call) return;
    const std::uint8_t answers = open_answers(refusal.rule, open);
    for (std::size_t answer = 0; answer < refusal.failure.statuses.size(); ++answer) {
      const StatusSet& some = refusal.failure.statuses[answer];
      const bool any_other = some.contains(Status::other) || some.contains(Status::access_denied);
      if ((answers >> answer & 1U) != 0 && !any_other) statuses.insert(some);
    }
  });
  return statuses;
}

const Rule* find_rule(std::string_view id) {
  const auto found =
      std::lower_bound(rules().begin(), rules().end(), id,
                       [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != rules().end() && found->id == id ? &*found : nullptr;
}

}  // namespace netioconf::oracle::rules
