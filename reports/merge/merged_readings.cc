#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "reports/merge/merged_parts.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::merge {
namespace {

struct MergedReading {
  FollowedReading reading;
  bool is_first = true;
  bool is_open_in_each = true;                    // no part is left without an answer
  std::set<std::string> answers;                  // that every part leaves open
  std::map<std::string, EvidenceWords> evidence;  // by content

  void add(const FollowedReading& more) {
    is_open_in_each = is_open_in_each && more.answers_size() != 0;
    for (const EvidenceWords& each : more.evidence()) evidence[each.SerializeAsString()] = each;
    if (std::exchange(is_first, false)) {
      reading.set_question(more.question());
      reading.set_subject(more.subject());
      answers.insert(more.answers().begin(), more.answers().end());
    }
    reading.set_decided(reading.decided() || more.decided());
    std::erase_if(answers, [&](const std::string& answer) {
      return std::ranges::find(more.answers(), answer) == more.answers().end();
    });
  }
};

// In the order of the catalogue.
void add_answers(const MergedReading& merged, const Report& report, FollowedReading& reading) {
  std::set<std::string> answers = merged.answers;
  if (const QuestionWords* question = find_question_words(report, reading.question())) {
    for (const AnswerWords& answer : question->answers()) {
      if (answers.erase(answer.id()) != 0) reading.add_answers(answer.id());
    }
  }
  for (const std::string& answer : answers) reading.add_answers(answer);
}

// Each part is consistent, and all together are not. Only a run with the scripts of several parts shows
// the deviation.
std::string contradiction(const MergedReading& merged) {
  std::set<std::string> seen;
  for (const auto& [content, each] : merged.evidence) seen.insert(words::text_of(each));
  return fmt::format("the parts follow different answers to {}: {}",
                     words::question_text(merged.reading.question(), merged.reading.subject()),
                     fmt::join(seen, "; "));
}

}  // namespace

void merge_readings(const PartSet& parts, Report& report) {
  std::map<std::string, int> order;
  for (int i = 0; i < report.questions_size(); ++i) order[report.questions(i).id()] = i;
  std::map<std::tuple<int, std::string, std::string>, MergedReading> readings;
  for (const auto& [name, part] : parts.reports) {
    for (const FollowedReading& each : part.readings())
      readings[{order[each.question()], each.question(), each.subject()}].add(each);
  }
  for (const auto& [key, merged] : readings) {
    FollowedReading& reading = *report.add_readings();
    reading = merged.reading;
    add_answers(merged, report, reading);
    for (const auto& [content, each] : merged.evidence) *reading.add_evidence() = each;
    if (merged.is_open_in_each && reading.answers_size() == 0)
      report.add_too_little(contradiction(merged));
  }
}

}  // namespace netioconf::reports::merge
