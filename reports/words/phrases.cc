#include "reports/words/phrases.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/words/escape.h"

namespace netioconf::reports::words {
namespace {

std::string listed(const std::vector<std::string>& parts, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) text += i + 1 == parts.size() ? fmt::format(" {} ", last) : ", ";
    text += parts[i];
  }
  return text;
}

std::uint64_t new_groups(const Report& report) {
  std::uint64_t count = 0;
  for (std::size_t group = 0; group < report.groups.size(); ++group) {
    if (new_findings(report, group) != 0) ++count;
  }
  return count;
}

std::string are_of(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

std::string count_text(std::uint64_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string place_of(const std::vector<bool>& probes, std::size_t step) {
  if (step >= probes.size()) return fmt::format("call {}", step + 1);
  const auto behind = probes.begin() + static_cast<std::ptrdiff_t>(step) + 1;
  const auto own = std::count(probes.begin(), behind, false);
  if (!probes[step]) return fmt::format("step {}", own);
  return own == 0 ? "the tables before step 1" : fmt::format("the tables after step {}", own);
}

std::string where_of(const Report& report, const ScriptResult& script, std::size_t step) {
  return fmt::format("{}, {} of {}", report.implementation, place_of(script.probes, step),
                     std::count(script.probes.begin(), script.probes.end(), false));
}

std::string names_of(oracle::StatusSet statuses) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < oracle::status_count; ++i) {
    const auto status = static_cast<oracle::Status>(i);
    if (statuses.contains(status)) names.emplace_back(oracle::name_of(status));
  }
  return names.empty() ? "nothing" : listed(names, "or");
}

std::string text_of(const Report& report, const oracle::Evidence& evidence) {
  const ScriptResult* script = find_script(report, evidence.script);
  const std::vector<bool> unknown;
  return fmt::format("{} of {} followed \"{}\"",
                     place_of(script == nullptr ? unknown : script->probes, evidence.step),
                     evidence.script, evidence.answer);
}

std::string times_seen(const Group& group) {
  std::vector<std::string> places;
  if (!group.committed.empty()) places.push_back("in " + count_text(group.committed.size(), "script"));
  if (group.generated != 0) places.push_back("in generated scripts");
  return fmt::format("{} {}", count_text(group.findings, "time"), listed(places, "and"));
}

std::string standing_of(const Report& report, std::size_t group) {
  const std::uint64_t fresh = new_findings(report, group);
  if (fresh == 0) return "known";
  if (fresh == report.groups[group].findings) return "new";
  std::vector<std::string> places;
  for (const Match& match : report.known->matches) {
    if (match.group != group || match.entry) continue;
    places.push_back(match.script.empty() ? "generated scripts" : match.script);
  }
  return "known, new in " + listed(places, "and");
}

std::string verdict_text(const Report& report) {
  const Outcome outcome = outcome_of(report);
  if (outcome == Outcome::empty) return "empty: no step got a verdict";
  std::vector<std::string> parts;
  if (!report.groups.empty()) {
    parts.push_back(fmt::format("{} ({} new)",
                                are_of(report.groups.size(), "kind of deviation", "kinds of deviation"),
                                new_groups(report)));
  }
  if (report.known && !report.known->stale.empty()) {
    parts.push_back(are_of(report.known->stale.size(), "known deviation no longer holds as listed",
                           "known deviations no longer hold as listed"));
  }
  if (report.strictness == Strictness::strict && report.steps.undecided != 0) {
    parts.push_back(count_text(report.steps.undecided, "undecided step"));
  }
  const std::string name{name_of(outcome)};
  return parts.empty() ? name : name + ": " + listed(parts, "and");
}

std::string search_text(const Searched& searched) {
  const std::string where =
      searched.scripts_folder.empty() ? "" : ", found scripts are in " + searched.scripts_folder;
  const std::string seed = searched.by == "sweep" ? "" : fmt::format(" (seed {})", searched.seed);
  return fmt::format("{}: {}, {} in {:.1f} s{}{}", searched.by, count_text(searched.scripts, "script"),
                     count_text(searched.calls, "call"), searched.seconds, seed, where);
}

std::vector<std::string> coverage_text(const oracle::coverage::Coverage& coverage) {
  std::size_t met = 0;
  std::size_t alone = 0;
  std::size_t both_sides = 0;
  for (const auto& [rule, reached] : coverage.rules) {
    const bool applied = reached.alone + reached.together != 0;
    if (applied) ++met;
    if (reached.alone != 0) ++alone;
    if (applied && reached.held_off != 0) ++both_sides;
  }
  return {fmt::format("rules: {} of {} met, {} of them alone, {} on both sides of their boundary", met,
                      coverage.rules.size(), alone, both_sides),
          fmt::format("{} with their outcome, {}",
                      are_of(coverage.cells.size(), "kind of input", "kinds of input"),
                      are_of(coverage.states.size(), "class of state", "classes of state"))};
}

std::string answers_text(const oracle::Followed& followed) {
  return followed.answers.empty() ? "no consistent answer" : listed(followed.answers, "or");
}

std::string question_text(const std::string& question, const std::string& subject) {
  return subject.empty() ? question : question + " of " + subject;
}

std::string stale_text(const Matched& known, const Stale& stale) {
  const KnownEntry& entry = known.entries[stale.entry];
  return fmt::format("{}:{}: {} of {} in {}: {}: {}", known.list, entry.line, entry.observed, entry.call,
                     entry.script, name_of(stale.staleness), stale.why);
}

}  // namespace netioconf::reports::words
