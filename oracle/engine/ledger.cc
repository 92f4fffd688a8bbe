#include "oracle/engine/ledger.h"

namespace netioconf::oracle::engine {
namespace {

std::vector<std::string> open_answers(readings::Slot slot, std::uint8_t open) {
  const auto answers = readings::name_of_slot(slot).question->answers;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if ((open >> i & 1) != 0) names.emplace_back(answers[i].id);
  }
  return names;
}

std::string subject_of(readings::Slot slot) {
  const readings::SlotName name = readings::name_of_slot(slot);
  return std::string(name.question->subjects[name.subject]);
}

}  // namespace

void Ledger::note(const readings::Answers& before, const readings::Answers& after,
                  const std::string& script, std::size_t step) {
  for (readings::Slot slot = 0; slot < readings::slot_count; ++slot) {
    if (before.open(slot) == after.open(slot)) continue;
    evidence_[slot].push_back(evidence_of(slot, after.open(slot), script, step));
  }
}

std::string answers_in_words(readings::Slot slot, std::uint8_t open) {
  std::string words;
  for (const std::string& name : open_answers(slot, open)) words += words.empty() ? name : " or " + name;
  return words;
}

Evidence evidence_of(readings::Slot slot, std::uint8_t open, const std::string& script,
                     std::size_t step) {
  return {.question = std::string(readings::name_of_slot(slot).question->id),
          .subject = subject_of(slot),
          .answer = answers_in_words(slot, open),
          .script = script,
          .step = step};
}

std::vector<Followed> followed(const readings::Answers& open, const readings::Answers& at_first,
                               const Ledger& ledger) {
  std::vector<Followed> all;
  for (readings::Slot slot = 0; slot < readings::slot_count; ++slot) {
    all.push_back({.question = std::string(readings::name_of_slot(slot).question->id),
                   .subject = subject_of(slot),
                   .answers = open_answers(slot, open.open(slot)),
                   .decided = open.open(slot) != at_first.open(slot),
                   .evidence = ledger.evidence(slot)});
  }
  return all;
}

}  // namespace netioconf::oracle::engine
