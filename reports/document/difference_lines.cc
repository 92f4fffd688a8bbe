#include "reports/document/difference_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/diff/difference.h"
#include "reports/document/finding_lines.h"
#include "reports/model/report.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::document {
namespace {

const char* word_for(Verdict::Value verdict) {
  if (verdict == Verdict::deviates) return "deviates";
  return verdict == Verdict::undecided ? "undecided" : "allowed";
}

// The reply of one of the agreeing implementations at the step.
const ComparedReply& reply_of(const ComparedStep& step, const AgreeingWords& agreeing) {
  for (const ComparedReply& reply : step.replies()) {
    if (reply.implementation() == agreeing.implementations(0)) return reply;
  }
  return ComparedReply::default_instance();
}

void add_agreeing(Description& lines, const Comparison& comparison, const DifferenceWords& difference,
                  const ComparedStep& step) {
  for (const AgreeingWords& agreeing : difference.agreeing()) {
    lines.push_back(
        {word_for(agreeing.verdict()),
         fmt::format("{}: {}", names_of(comparison, agreeing.implementations()), agreeing.reply())});
    const ComparedReply& reply = reply_of(step, agreeing);
    add_mismatches(lines, reply.rule(), reply.mismatches());
    for (const EvidenceWords& evidence : reply.contradicts()) {
      lines.push_back(
          {"reading", fmt::format("{}: {}; this step follows another answer",
                                  words::question_text(evidence.question(), evidence.subject()),
                                  words::text_of(evidence))});
    }
    if (!reply.why().empty()) lines.push_back({"why", reply.why()});
  }
}

void add_sources(Description& lines, const Report& report, const DifferenceWords& difference) {
  if (!difference.rule().empty())
    lines.push_back({"source", words::source_text(report, difference.rule(), difference.function())});
  for (const std::string& rule : difference.rules())
    lines.push_back({"source", words::source_text(report, rule)});
  const QuestionWords* question = find_question_words(report, difference.reading());
  if (question == nullptr) return;
  lines.push_back({"question", words::question_text(difference.reading(), difference.subject()) + ": " +
                                   question->asks()});
  for (const AnswerWords& answer : question->answers())
    lines.push_back({"answer", answer.id() + ": " + answer.source()});
}

}  // namespace

std::string names_of(const Comparison& comparison,
                     const google::protobuf::RepeatedField<std::uint32_t>& runs) {
  std::vector<std::string> names;
  for (const std::uint32_t run : runs) names.push_back(comparison.names(static_cast<int>(run)));
  return words::listed(names, "and");
}

bool breaks_it(const DifferenceWords& difference, const AgreeingWords& agreeing) {
  return agreeing.verdict() == Verdict::deviates && agreeing.rule() == difference.rule();
}

std::string title_of(const Comparison& comparison, const DifferenceWords& difference) {
  google::protobuf::RepeatedField<std::uint32_t> deviating;
  std::vector<std::string> sides;
  for (const AgreeingWords& agreeing : difference.agreeing()) {
    if (breaks_it(difference, agreeing)) deviating.MergeFrom(agreeing.implementations());
    sides.push_back(names_of(comparison, agreeing.implementations()));
  }
  std::ranges::sort(deviating);
  if (difference.kind() == DifferenceKind::shared) return "all break " + difference.id();
  if (difference.kind() == DifferenceKind::broken) {
    return fmt::format("{} {} {}", names_of(comparison, deviating),
                       deviating.size() == 1 ? "breaks" : "break", difference.id());
  }
  return fmt::format("{}", fmt::join(sides, " against "));
}

Description difference_lines(const Comparison& comparison, const DifferenceWords& difference) {
  const ComparedScript& script = difference.shortest();
  Description lines;
  if (!diff::is_ambiguous(difference.kind()))
    lines.push_back({"summary", title_of(comparison, difference)});
  if (!script.comment().empty()) lines.push_back({"about", on_one_line(script.comment())});
  const std::uint32_t first = difference.agreeing(0).implementations(0);
  for (const ComparedStep& step : script.steps()) {
    if (step.parts()) {
      lines.push_back({"call", step.call()});
      add_agreeing(lines, comparison, difference, step);
    } else if (!step.probe()) {
      lines.push_back(
          {"before", step.call() + " gave " + reply_of(step, difference.agreeing(0)).reply()});
    }
  }
  if (script.allowed_size() != 0) lines.push_back({"documents", words::listed(script.allowed(), "or")});
  add_sources(lines, comparison.reports(static_cast<int>(first)), difference);
  lines.push_back({"because", std::string{diff::words_for(difference.kind())}});
  lines.push_back({"seen", words::times_seen(difference.places(), difference.scripts_size(),
                                             difference.generated_places())});
  lines.push_back(script_line(script.name(), script.path()));
  lines.push_back({"replay", difference.replay()});
  return lines;
}

}  // namespace netioconf::reports::document
