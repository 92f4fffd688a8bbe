#include "reports/document/of_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "reports/document/finding_lines.h"
#include "reports/document/script_cases.h"
#include "reports/model/exit_status.h"
#include "reports/words/decisive.h"
#include "reports/words/phrases.h"
#include "reports/words/ranges.h"

namespace netioconf::reports::document {
namespace {

// The reason of the entry that covers a group; empty if a finding of the group is new.
std::string why_accepted(const Report& report, int index) {
  if (report.groups(index).new_findings() != 0) return "";
  for (const Match& match : report.known().matches()) {
    if (static_cast<int>(match.group()) == index && match.has_entry())
      return report.known().entries(static_cast<int>(match.entry())).reason();
  }
  return "known";
}

Finding finding_of(const Report& report, int index) {
  const Group& group = report.groups(index);
  const ScriptResult& script = shortest_script(report, group);
  Finding finding{
      .word = "deviates",
      .id = id_of(group),
      .title = id_of(group),
      .where = words::where_of(report, script, shortest_step(report, group)),
      .summary = fmt::format(
          "{} of {}, {}", group.observed(), group.function(),
          words::times_seen(group.findings(), group.scripts_size(), group.generated_findings())),
      .decided = words::decisive_text(group, shortest_step(report, group)),
      .lines = group_lines(report, index),
      .path = script.path().empty() ? script.name() : script.path(),
      .times = group.findings(),
      .fingerprint = fingerprint_of(group.rule(), group.reading(), group.function(), group.observed()),
      .accepted = why_accepted(report, index)};
  if (finding.accepted.empty()) return finding;
  finding.word = "known";
  finding.brief = true;
  finding.summary += ": " + text_of(finding.lines, "known");
  return finding;
}

// New groups come first.
FindingGroup deviations_of(const Report& report) {
  FindingGroup group{.title = "Deviations",
                     .head = "rule",
                     .labels = {"call", "allowed", "observed", "wrong", "seen", "standing", "script"}};
  for (const bool known : {false, true}) {
    for (int index = 0; index < report.groups_size(); ++index) {
      const bool is_known = report.groups(index).new_findings() == 0;
      if (is_known == known) group.findings.push_back(finding_of(report, index));
    }
  }
  return group;
}

std::string counts_text(const Counts& counts) {
  return fmt::format("{} conform, {} deviate, {} undecided, {} skipped", counts.conforms(),
                     counts.deviates(), counts.undecided(), counts.skipped());
}

void add_reasons(Document& document, const std::string& label,
                 const google::protobuf::RepeatedPtrField<Reason>& reasons) {
  for (const Reason& reason : reasons) {
    add_notice(document, Level::note, label,
               fmt::format("{} in {}: {}", words::count_text(reason.steps(), "step"),
                           words::count_text(reason.scripts(), "script"), reason.why()));
  }
}

// Lists the words before the colon. report.json also contains the reason.
void add_deciders(Document& document, const Report& report) {
  std::map<std::string, double> parties;
  for (const Decider& decider : report.deciders())
    parties[decider.by().substr(0, decider.by().find(':'))] += decider.steps();
  for (const auto& [party, steps] : parties)
    add_detail(document, "answered", fmt::format("{} by {}", words::count_text(steps, "step"), party));
}

void add_readings(Document& document, const Report& report) {
  std::size_t open = 0;
  for (const FollowedReading& followed : report.readings()) {
    if (!followed.decided()) {
      if (followed.answers_size() > 1) ++open;  // The profile settles a question with one answer.
      continue;
    }
    std::vector<std::string> evidence;
    for (const EvidenceWords& one : followed.evidence()) evidence.push_back(words::text_of(one));
    add_detail(
        document, "reading",
        fmt::format("{}: follows {}{}", words::question_text(followed.question(), followed.subject()),
                    words::answers_text(followed),
                    evidence.empty() ? "" : fmt::format(" ({})", fmt::join(evidence, "; "))));
  }
  if (open != 0)
    add_detail(document, "reading", words::count_text(open, "question") + " left open by this run");
}

void add_merged_runs(Document& document, const Report& report) {
  for (const MergedRun& run : report.merged()) {
    const std::string of_all = run.shards() == 0 ? "" : fmt::format(" of {}", run.shards());
    add_line(
        document, "merged",
        fmt::format("{}: {}{} ended", run.run(), words::count_text(run.reports(), "report"), of_all));
    if (const std::set<std::uint32_t> missing{run.missing().begin(), run.missing().end()};
        !missing.empty()) {
      add_notice(document, Level::warning, "missing",
                 fmt::format("{}: {} of {}", run.run(), words::parts_text(missing), run.shards()));
    }
    for (const std::string& part : run.unfinished())
      add_notice(document, Level::warning, "unfinished", fmt::format("{}: {}", run.run(), part));
  }
}

void add_summary(Document& document, const Report& report) {
  add_line(document, "judged",
           fmt::format("{}, profile {}, netioconf {}", report.implementation(),
                       Profile::Value_Name(report.profile()), report.version()));
  add_line(document, "scripts", counts_text(report.scripts_count()));
  add_line(document, "steps", counts_text(report.steps()));
  for (const Searched& searched : report.searches())
    add_line(document, "searched", words::search_text(searched));
  add_reasons(document, "undecided", report.undecided());
  add_reasons(document, "skipped", report.skipped());
  if (report.has_shard()) {
    add_line(document, "extent",
             fmt::format("part {} of {} of {} (netioconf merge makes one report of all parts)",
                         report.shard().number(), report.shard().count(), report.shard().run()));
  } else if (report.partial()) {
    add_line(document, "extent", "not every script was run");
  }
  if (!report.unfinished().empty())
    add_notice(document, Level::warning, "unfinished", report.unfinished());
  add_merged_runs(document, report);
  for (const std::string& line : report.space()) add_line(document, "space", line);
  add_deciders(document, report);
  add_readings(document, report);
  for (const std::string& line : words::coverage_text(report.coverage()))
    add_detail(document, "coverage", line);
  add_line(document, "known", words::known_list_text(report));
  for (const Stale& stale : report.known().stale())
    add_notice(document, Level::error, "stale", words::stale_text(report.known(), stale));
  add_line(document, "replay", report.command());
}

std::vector<RuleText> rules_of(const Report& report) {
  std::vector<RuleText> rules;
  for (const RuleWords& rule : report.rules()) rules.push_back(*rule_text(report, rule.id()));
  for (const Group& group : report.groups()) {
    auto text = rule_text(report, group.reading());
    if (text && std::ranges::find(rules, *text) == rules.end()) rules.push_back(*std::move(text));
  }
  return rules;
}

// A run that did not end has a result if it deviates.
bool has_result(const Report& report) {
  if (report.outcome() == Outcome::too_little) return report.unfinished().empty();
  return report.outcome() != Outcome::empty;
}

// Programs that read only the cases must see that the run did not pass.
void add_case_of_verdict(Document& document, const Report& report) {
  const auto failed = [](const Case& each) { return each.ending == Ending::failed; };
  if (exit_status_of(report) == exit_conforms || std::ranges::any_of(document.cases, failed)) return;
  document.cases.push_back({.suite = "verdict",
                            .name = "the run as a whole",
                            .ending = Ending::failed,
                            .message = document.verdict,
                            .type = "verdict",
                            .text = document.verdict});
}

}  // namespace

std::optional<RuleText> rule_text(const Report& report, const std::string& id) {
  if (const RuleWords* rule = find_rule_words(report, id))
    return RuleText{id, rule->says(), words::source_text(report, id)};
  if (const QuestionWords* question = find_question_words(report, id))
    return RuleText{id, question->asks(),
                    "One answer must hold through a whole run. " + question->asks()};
  return std::nullopt;
}

Document document_of(const Report& report) {
  if (is_mutation_score(report)) return mutation_score_document(report);
  Document document{.subject = report.implementation(),
                    .verdict = words::verdict_text(report),
                    .suites = fmt::format("netioconf {} {}", report.implementation(),
                                          Profile::Value_Name(report.profile())),
                    .version = report.version(),
                    .command = report.command(),
                    .has_result = has_result(report),
                    .groups = {deviations_of(report)},
                    .cases = script_cases(report),
                    .rules = rules_of(report)};
  add_summary(document, report);
  add_case_of_verdict(document, report);
  return document;
}

}  // namespace netioconf::reports::document
