#include "oracle/engine/reading_evidence.h"

namespace netioconf::oracle::engine {
namespace {

std::vector<std::string> open_answers(readings::ReadingInstance instance, std::uint8_t open) {
  const auto& answers = readings::name_of_instance(instance).question->answers;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if ((open >> i & 1) != 0) names.emplace_back(answers[i].id);
  }
  return names;
}

std::string subject_of(readings::ReadingInstance instance) {
  const readings::InstanceName name = readings::name_of_instance(instance);
  return std::string(name.question->subjects[name.subject]);
}

}  // namespace

ReadingEvidence::ReadingEvidence(const ReadingEvidence& other)
    : own_{}, shared_{other.own_ ? std::make_shared<const OfEach>(*other.own_) : other.shared_} {}

ReadingEvidence& ReadingEvidence::operator=(const ReadingEvidence& other) {
  *this = ReadingEvidence{other};
  return *this;
}

void ReadingEvidence::note(const readings::OpenReadings& before, const readings::OpenReadings& after,
                           const std::string& script, std::size_t step) {
  for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance) {
    if (before.open(instance) == after.open(instance)) continue;
    if (!own_) own_ = std::make_unique<OfEach>(*shared_);
    (*own_)[instance].push_back(evidence_of(instance, after.open(instance), script, step));
  }
}

std::string answers_in_words(readings::ReadingInstance instance, std::uint8_t open) {
  std::string words;
  for (const std::string& name : open_answers(instance, open))
    words += words.empty() ? name : " or " + name;
  return words;
}

Evidence evidence_of(readings::ReadingInstance instance, std::uint8_t open, const std::string& script,
                     std::size_t step) {
  return {.question = std::string(readings::name_of_instance(instance).question->id),
          .subject = subject_of(instance),
          .answer = answers_in_words(instance, open),
          .script = script,
          .step = step};
}

std::vector<Followed> followed(const readings::OpenReadings& open,
                               const readings::OpenReadings& at_first,
                               const ReadingEvidence& evidence_so_far) {
  std::vector<Followed> all;
  for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance) {
    all.push_back({.question = std::string(readings::name_of_instance(instance).question->id),
                   .subject = subject_of(instance),
                   .answers = open_answers(instance, open.open(instance)),
                   .decided = open.open(instance) != at_first.open(instance),
                   .evidence = evidence_so_far.evidence(instance)});
  }
  return all;
}

}  // namespace netioconf::oracle::engine
