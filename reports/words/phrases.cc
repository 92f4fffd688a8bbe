#include "reports/words/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "reports/model/reach.h"

namespace netioconf::reports::words {
namespace {

std::string are_of(double count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

double kinds_of_input(const CoverageCounts& coverage) {
  std::set<std::pair<std::string_view, std::string_view>> kinds;
  for (const InputCounts& input : coverage.inputs()) kinds.emplace(input.function(), input.partition());
  return static_cast<double>(kinds.size());
}

}  // namespace

std::string place_of(const std::vector<bool>& probes, std::size_t step) {
  if (step >= probes.size()) return fmt::format("call {}", step + 1);
  const auto after = probes.begin() + static_cast<std::ptrdiff_t>(step) + 1;
  const auto own = std::count(probes.begin(), after, false);
  if (!probes[step]) return fmt::format("step {}", own);
  return own == 0 ? "the tables before step 1" : fmt::format("the tables after step {}", own);
}

std::string where_of(const Report& report, const ScriptResult& script, const StepResult& step) {
  const auto own =
      std::ranges::count_if(script.findings(), [](const StepResult& each) { return !each.probe(); });
  return fmt::format("{}, {} of {}", report.implementation(), step.place(), own);
}

std::string names_of(oracle::StatusSet statuses) {
  const std::vector<std::string_view> names = oracle::names_in(statuses);
  return names.empty() ? "nothing" : listed(names, "or");
}

std::string text_of(const EvidenceWords& evidence) {
  return fmt::format("{} of {} followed \"{}\"", evidence.place(), evidence.script(), evidence.answer());
}

std::string times_seen(double times, int scripts, double generated) {
  std::vector<std::string> places;
  if (scripts != 0) places.push_back("in " + count_text(scripts, "script"));
  if (generated != 0) places.emplace_back("in generated scripts");
  return count_text(times, "time") + " " + listed(places, "and");
}

std::string standing_of(const Report& report, int group) {
  const double fresh = report.groups(group).new_findings();
  if (fresh == 0) return "known";
  if (fresh == report.groups(group).findings()) return "new";
  std::vector<std::string> places;
  for (const Match& match : report.known().matches()) {
    if (static_cast<int>(match.group()) != group || match.has_entry()) continue;
    places.push_back(match.script().empty() ? "generated scripts" : match.script());
  }
  return "known, new in " + listed(places, "and");
}

namespace {

// "CreateIpForwardEntry2 ran out of memory with 64 entries in its table", or "… in 3 steps" if each time
// with another number of entries.
std::vector<std::string> out_of_memory_in(const Report& report) {
  std::map<std::string, std::vector<const Reason*>> functions;
  for (const Reason& reason : report.undecided()) {
    const std::size_t function = reason.why().find(" ran out of memory with ");
    if (function != std::string::npos) functions[reason.why().substr(0, function)].push_back(&reason);
  }
  std::vector<std::string> remarks;
  for (const auto& [function, reasons] : functions) {
    double steps = 0;
    for (const Reason* reason : reasons) steps += reason->steps();
    remarks.push_back(reasons.size() == 1
                          ? reasons.front()->why()
                          : function + " ran out of memory in " + count_text(steps, "step"));
  }
  return remarks;
}

// What a step that is undecided or skipped says of the implementation even if the rest conforms.
std::vector<std::string> remarks_on(const Report& report) {
  std::vector<std::string> remarks;
  for (const Reason& reason : report.undecided()) {
    const bool ended = reason.why().find("; it ") != std::string::npos;
    if (ended) remarks.emplace_back(reason.why());
  }
  for (std::string& remark : out_of_memory_in(report)) remarks.push_back(std::move(remark));
  const std::vector<std::string> missing = missing_functions(report);
  constexpr std::size_t named_at_most = 3;
  if (missing.size() > named_at_most) {
    remarks.push_back(fmt::format("{} functions are missing", missing.size()));
  } else if (!missing.empty()) {
    remarks.push_back(listed(missing, "and") + (missing.size() == 1 ? " is missing" : " are missing"));
  }
  return remarks;
}

}  // namespace

// The implementation is as listed or better, so it does not deviate, but its list must be changed.
bool only_the_list_is_wrong(const Report& report) {
  const auto is_new = [](const Group& group) { return group.new_findings() != 0; };
  const bool undecided_fails = report.strict() && report.steps().undecided() != 0;
  return report.known().stale_size() != 0 && !undecided_fails &&
         std::ranges::none_of(report.groups(), is_new);
}

std::string verdict_text(const Report& report) {
  if (report.outcome() == Outcome::empty) return "nothing judged: no step got a verdict";
  if (report.outcome() == Outcome::too_little && !report.unfinished().empty())
    return fmt::format("not finished: {}, nothing deviates so far", report.unfinished());
  if (report.outcome() == Outcome::too_little)
    return fmt::format("too little judged: {}", fmt::join(report.too_little(), "; "));
  const auto fresh = static_cast<int>(std::ranges::count_if(
      report.groups(), [](const Group& group) { return group.new_findings() != 0; }));
  const int known = report.groups_size() - fresh;
  std::vector<std::string> parts;
  if (fresh != 0) parts.push_back(are_of(fresh, "new kind of deviation", "new kinds of deviation"));
  if (known != 0) parts.push_back(are_of(known, "known kind of deviation", "known kinds of deviation"));
  if (report.known().stale_size() != 0) {
    parts.push_back(are_of(report.known().stale_size(), "known deviation no longer holds as listed",
                           "known deviations no longer hold as listed"));
  }
  if (report.strict() && report.steps().undecided() != 0)
    parts.push_back(count_text(report.steps().undecided(), "undecided step"));
  for (std::string& remark : remarks_on(report)) parts.push_back(std::move(remark));
  const MetRules rules = met_rules(report.coverage());
  parts.push_back(fmt::format("{} of {} rules tested", rules.met, rules.all));
  if (report.has_shard())
    parts.push_back(fmt::format("only part {} of {}", report.shard().number(), report.shard().count()));
  const std::string& word = only_the_list_is_wrong(report) ? "known list is out of date"
                                                           : Outcome::Value_Name(report.outcome());
  return fmt::format("{}: {}", word, fmt::join(parts, ", "));
}

std::string search_text(const Searched& searched) {
  const std::string where =
      searched.scripts_folder().empty() ? "" : ", found scripts are in " + searched.scripts_folder();
  const std::string seed = searched.seed() == 0 ? "" : fmt::format(" (seed {})", searched.seed());
  return fmt::format("{}: {}, {} in {:.1f} s{}{}", searched.by(),
                     count_text(searched.scripts(), "script"), count_text(searched.calls(), "call"),
                     searched.seconds(), seed, where);
}

std::vector<std::string> coverage_text(const CoverageCounts& coverage) {
  const MetRules rules = met_rules(coverage);
  return {
      fmt::format("rules: {} of {} tested, {} of them alone, {} on both sides of their boundary",
                  rules.met, rules.all, rules.alone, rules.on_both_sides),
      fmt::format("{} with {}, {}", are_of(kinds_of_input(coverage), "kind of input", "kinds of input"),
                  count_text(coverage.inputs_size(), "outcome"),
                  are_of(coverage.states_size(), "class of state", "classes of state"))};
}

std::string answers_text(const FollowedReading& followed) {
  return followed.answers().empty() ? "no consistent answer" : listed(followed.answers(), "or");
}

std::string question_text(const std::string& question, const std::string& subject) {
  if (subject.empty()) return question;
  const bool is_phrase = subject.starts_with("of ") || subject.starts_with("with ");
  return question + (is_phrase ? " " : " of ") + subject;
}

std::string stale_text(const Matched& known, const Stale& stale) {
  const KnownDeviation& entry = known.entries(static_cast<int>(stale.entry()));
  return fmt::format("{}:{}: {} of {} in {}: {}: {}", known.list(), entry.line(), entry.observed(),
                     entry.call(), entry.script(), Staleness::Value_Name(stale.staleness()),
                     stale.why());
}

std::string known_list_text(const Report& report) {
  if (!report.has_known()) return "no list of known deviations";
  const Matched& known = report.known();
  const std::string stale = known.stale().empty()
                                ? ""
                                : ", " + are_of(known.stale_size(), "no longer holds", "no longer hold");
  return fmt::format("{}: {}{}", known.list(), are_of(known.entries_size(), "entry", "entries"), stale);
}

std::string source_text(const Report& report, const std::string& rule, const std::string& function) {
  const RuleWords* words = find_rule_words(report, rule);
  if (words == nullptr) return rule + " is not in the catalogue";
  const bool of_function = words->of_every_call() && !function.empty();
  return fmt::format("{}, {}: {}", of_function ? function : words->page(), words->section(),
                     words->says());
}

}  // namespace netioconf::reports::words
