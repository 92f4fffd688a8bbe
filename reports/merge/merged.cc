#include "reports/merge/merged.h"

#include <fmt/format.h>

#include <set>

#include "reports/known/known.h"
#include "reports/merge/merged_parts.h"
#include "reports/model/reach.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::merge {
namespace {

void add_catalogue(const PartSet& parts, Report& report) {
  for (const auto& [name, part] : parts.reports) {
    if (part.rules().empty()) continue;
    *report.mutable_rules() = part.rules();
    *report.mutable_questions() = part.questions();
    return;
  }
}

// The command of the whole run.
std::string undivided(std::string command, const Report& part) {
  if (!part.has_shard()) return command;
  const std::string option = fmt::format(" --shard {}/{}", part.shard().number(), part.shard().count());
  if (const std::size_t place = command.find(option); place != std::string::npos)
    command.erase(place, option.size());
  return command;
}

void add_head(const PartSet& parts, Report& report) {
  std::set<std::string> commands;
  std::set<std::string> versions;
  for (const auto& [name, part] : parts.reports) {
    report.set_implementation(part.implementation());
    report.set_implementation_version(part.implementation_version());
    report.set_profile(part.profile());
    report.set_catalogue(part.catalogue());
    report.set_strict(report.strict() || part.strict());
    commands.insert(undivided(part.command(), part));
    versions.insert(part.version());
  }
  report.set_command(fmt::format("{}", fmt::join(commands, "; ")));
  report.set_version(words::listed(versions, "and"));
}

// All parts that have a list have the same.
void match_known(const PartSet& parts, std::string_view today, Report& report) {
  for (const auto& [name, part] : parts.reports) {
    if (!part.has_known()) continue;
    const auto& entries = part.known().entries();
    known::match({.path = part.known().list(), .entries = {entries.begin(), entries.end()}}, report,
                 today);
    return;
  }
}

// What all parts of a run must reach together is only demanded if they are all there.
void demand_reach(const PartSet& parts, Report& report) {
  Demands demands;
  std::set<std::string> functions;
  std::set<std::string> rules;
  for (const auto& [name, part] : parts.reports) {
    const Demands& more = part.shard().demands();
    demands.set_a_create(demands.a_create() || more.a_create());
    demands.set_named_statuses(demands.named_statuses() || more.named_statuses());
    demands.set_rules(std::max(demands.rules(), more.rules()));
    functions.insert(more.functions().begin(), more.functions().end());
    rules.insert(more.ids().begin(), more.ids().end());
  }
  demands.mutable_functions()->Add(functions.begin(), functions.end());
  demands.mutable_ids()->Add(rules.begin(), rules.end());
  demand(demands, report);
}

}  // namespace

Report merged(const PartSet& parts, std::string_view today) {
  Report report;
  add_head(parts, report);
  add_catalogue(parts, report);
  merge_counts(parts, report);
  merge_coverage(parts, report);
  merge_series(parts, report);
  merge_findings(parts, report);
  merge_runs(parts, report);
  merge_readings(parts, report);
  match_known(parts, today, report);
  if (report.too_little().empty()) demand_reach(parts, report);
  settle(report);
  return report;
}

}  // namespace netioconf::reports::merge
