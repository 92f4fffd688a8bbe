#include "reports/summary/summarize.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "oracle/model/calls.h"
#include "oracle/words/describe.h"
#include "reports/summary/never_succeeds.h"
#include "reports/summary/report_parts.h"
#include "reports/words/phrases.h"
#include "reports/words/replay.h"

namespace netioconf::reports::inline summary {
namespace {

using oracle::Finding;

// Whether it is the same script. Generated scripts may have equal or empty names.
bool same(const KeptScript& one, const KeptScript& other) {
  return one.judged.origin == other.judged.origin && one.name == other.name &&
         one.judged.path == other.judged.path &&
         (one.judged.origin == Origin::committed || one.judged.trace == other.judged.trace);
}

using Scripts = std::vector<const KeptScript*>;

const KeptScript* find_named(const Scripts& scripts, const std::string& name) {
  const auto found =
      std::ranges::find_if(scripts, [&](const KeptScript* script) { return script->name == name; });
  return found == scripts.end() ? nullptr : *found;
}

PlaceOf places_in(const Scripts& scripts) {
  return [&scripts](const std::string& name, std::size_t step) {
    const KeptScript* script = find_named(scripts, name);
    return words::place_of(script == nullptr ? std::vector<bool>{} : script->probes, step);
  };
}

// A script after those that it needs, and after those of the earlier steps that it contradicts.
std::vector<words::ScriptSource> sources_of(const KeptScript& script, const Scripts& scripts) {
  std::vector<words::ScriptSource> sources;
  if (script.judged.needed.whole_run) return {{.name = script.name}};
  const auto add = [&](const std::string& name) {
    const KeptScript* earlier = find_named(scripts, name);
    sources.push_back({name, earlier == nullptr ? "" : earlier->judged.path});
  };
  for (const std::string& name : script.judged.needed.scripts) add(name);
  for (const Finding& finding : script.judged.judgement.findings) {
    for (const oracle::Evidence& evidence : finding.contradicts) add(evidence.script);
  }
  sources.push_back({script.name, script.judged.path});
  return sources;
}

void add_up(const Counts& added, Counts& sum) {
  count(oracle::Verdict::conforms, added.conforms(), sum);
  count(oracle::Verdict::deviates, added.deviates(), sum);
  count(oracle::Verdict::undecided, added.undecided(), sum);
  count(oracle::Verdict::skipped, added.skipped(), sum);
}

template <class Reasons>
void add_up(const Reasons& added, Reasons& sum) {
  for (const auto& [why, reason] : added) {
    sum[why].steps += reason.steps;
    sum[why].scripts += reason.scripts;
  }
}

template <class Reasons>
void add_sorted(const Reasons& reasons, google::protobuf::RepeatedPtrField<Reason>& list) {
  for (const auto& [why, reason] : reasons) {
    Reason& added = *list.Add();
    added.set_why(why);
    added.set_steps(static_cast<double>(reason.steps));
    added.set_scripts(static_cast<double>(reason.scripts));
  }
  sort_reasons(list);
}

}  // namespace

Summary::Summary(Report before, Invocation invocation)
    : report_{std::move(before)}, invocation_{std::move(invocation)} {}

void Summary::set_implementation(std::string implementation) {
  report_.set_implementation(std::move(implementation));
}

Summary::Length Summary::length_of(const KeptScript& script) {
  Length length{0, script.judged.rank, 0, script.judged.origin, script.name};
  for (const oracle::Step& step : script.judged.trace.steps) {
    if (step.probe) continue;
    ++std::get<0>(length);
    std::get<2>(length) += oracle::words::describe(step.operation).size();
  }
  return length;
}

void Summary::add(const GroupKey& key, PartialGroup group) {
  const auto [place, is_new] = groups_.try_emplace(key, std::move(group));
  if (is_new) return;
  PartialGroup& all = place->second;
  all.findings += group.findings;
  all.generated += group.generated;
  for (const auto& [script, count] : group.committed) all.committed[script] += count;
  if (!(group.length < all.length)) return;
  all.length = std::move(group.length);
  all.shortest = std::move(group.shortest);
  all.step = group.step;
}

void Summary::add_reasons(Reasons& reasons, const KeptScript& script, oracle::Verdict verdict) {
  std::set<std::string> in_this_script;
  for (const Finding& finding : script.judged.judgement.findings) {
    if (finding.verdict != verdict) continue;
    PartialReason& reason = reasons[finding.why];
    ++reason.steps;
    if (in_this_script.insert(finding.why).second) ++reason.scripts;
  }
}

void Summary::add_deviations(const KeptScript& script) {
  if (script.verdict != Verdict::deviates) return;
  const Length length = length_of(script);
  for (const Finding& finding : script.judged.judgement.findings) {
    if (finding.verdict != oracle::Verdict::deviates) continue;
    const auto [place, is_new] = groups_.try_emplace(group_key(script.judged.trace, finding));
    PartialGroup& group = place->second;
    ++group.findings;
    if (script.judged.origin == Origin::committed) ++group.committed[script.name];
    if (script.judged.origin == Origin::generated) ++group.generated;
    if (!is_new && !(length < group.length)) continue;
    group.length = length;
    group.shortest = script;
    group.step = finding.step;
  }
}

void Summary::add(Judged judged) {
  KeptScript script = keep(std::move(judged));
  for (const Finding& finding : script.judged.judgement.findings)
    count(finding.verdict, 1, *report_.mutable_steps());
  count(static_cast<oracle::Verdict>(script.verdict), 1, *report_.mutable_scripts_count());
  add_reasons(undecided_, script, oracle::Verdict::undecided);
  add_reasons(skipped_, script, oracle::Verdict::skipped);
  if (script.judged.judgement.findings.empty()) {
    const std::string& why = script.judged.trace.skipped;
    ++skipped_[why.empty() ? "nothing was called" : why].scripts;
  }
  for (const oracle::Step& step : script.judged.trace.steps) {
    if (!step.reply.decided_by.empty()) ++deciders_[step.reply.decided_by];
  }
  add_deviations(script);
  if (script.judged.origin == Origin::generated) return;
  if (script.verdict == Verdict::conforms) {
    script.judged.trace = {};
    script.judged.judgement = {};
  }
  committed_.push_back(std::move(script));
}

void Summary::add(Summary later) {
  if (later.report_.has_steps()) add_up(later.report_.steps(), *report_.mutable_steps());
  if (later.report_.has_scripts_count())
    add_up(later.report_.scripts_count(), *report_.mutable_scripts_count());
  std::ranges::move(later.committed_, std::back_inserter(committed_));
  for (auto& [key, group] : later.groups_) add(key, std::move(group));
  for (const auto& [by, steps] : later.deciders_) deciders_[by] += steps;
  add_up(later.undecided_, undecided_);
  add_up(later.skipped_, skipped_);
}

void Summary::show(Judged judged) {
  const KeptScript script = keep(std::move(judged));
  for (const Finding& finding : script.judged.judgement.findings) {
    if (finding.verdict != oracle::Verdict::deviates) continue;
    const auto group = groups_.find(group_key(script.judged.trace, finding));
    if (group != groups_.end()) set_example(group->first, group->second, script);
  }
}

void Summary::set_example(const GroupKey& key, PartialGroup& group, const KeptScript& script) {
  for (const Finding& finding : script.judged.judgement.findings) {
    const bool shows_it =
        finding.verdict == oracle::Verdict::deviates && group_key(script.judged.trace, finding) == key;
    if (!shows_it) continue;
    group.length = length_of(script);
    group.shortest = script;
    group.step = finding.step;
    return;
  }
}

void Summary::set_example(const GroupKey& key, Judged judged) {
  const auto group = groups_.find(key);
  if (group == groups_.end()) return;
  const KeptScript script = keep(std::move(judged));
  for (KeptScript& committed : committed_) {
    if (same(committed, script)) committed = script;
  }
  set_example(key, group->second, script);
}

void Summary::use_committed_example(const GroupKey& key, const std::string& name) {
  const auto group = groups_.find(key);
  const auto script = std::ranges::find(committed_, name, &KeptScript::name);
  if (group != groups_.end() && script != committed_.end()) set_example(key, group->second, *script);
}

void Summary::change(const std::set<GroupKey>& kinds, const ChangeDeviation& change_deviation) {
  const auto change_in = [&](KeptScript& script) {
    for (Finding& finding : script.judged.judgement.findings) {
      const bool is_one = finding.verdict == oracle::Verdict::deviates &&
                          kinds.contains(group_key(script.judged.trace, finding));
      if (is_one) change_deviation(script.judged.trace, finding);
    }
  };
  for (KeptScript& script : committed_) change_in(script);
  for (const GroupKey& kind : kinds) {
    auto taken = groups_.extract(kind);
    if (taken.empty()) continue;
    PartialGroup& group = taken.mapped();
    change_in(group.shortest);
    const auto& findings = group.shortest.judged.judgement.findings;
    const GroupKey changed = group_key(group.shortest.judged.trace, findings[group.step]);
    add(changed, std::move(group));
  }
}

void Summary::add_conforming(std::uint64_t scripts, std::uint64_t steps) {
  count(oracle::Verdict::conforms, static_cast<double>(scripts), *report_.mutable_scripts_count());
  count(oracle::Verdict::conforms, static_cast<double>(steps), *report_.mutable_steps());
}

std::vector<std::pair<GroupKey, Judged>> Summary::examples() const {
  std::vector<std::pair<GroupKey, Judged>> examples;
  for (const auto& [key, group] : groups_) examples.emplace_back(key, group.shortest.judged);
  return examples;
}

std::set<GroupKey> Summary::results_of(const NeverSucceeds& function) const {
  std::set<GroupKey> kinds;
  for (const auto& [kind, group] : groups_) {
    if (is_result_of(function, kind)) kinds.insert(kind);
  }
  return kinds;
}

// The committed ones, then the generated examples.
std::vector<const KeptScript*> Summary::shown_scripts() const {
  Scripts scripts;
  for (const KeptScript& script : committed_) scripts.push_back(&script);
  for (const auto& [key, group] : groups_) {
    const auto is_it = [&](const KeptScript* script) { return same(*script, group.shortest); };
    if (std::ranges::none_of(scripts, is_it)) scripts.push_back(&group.shortest);
  }
  return scripts;
}

Report Summary::report(const std::vector<oracle::Followed>& readings,
                       const oracle::coverage::Coverage& coverage) const {
  CoverageCounts counts;
  add_coverage(coverage, counts);
  for (const NeverSucceeds& function : never_succeeding(counts)) {
    const std::set<GroupKey> results = results_of(function);
    if (results.size() < 2) continue;
    Summary attributed = *this;
    attributed.change(results, [&](oracle::Trace&, Finding& each) { attribute_to(function, each); });
    return attributed.report(readings, coverage);
  }
  Report report = report_;
  const Scripts scripts = shown_scripts();
  const PlaceOf place_of = places_in(scripts);
  for (const KeptScript* script : scripts) {
    ScriptResult& result = *report.add_scripts();
    describe(*script, place_of, result);
    if (script->verdict == Verdict::deviates)
      result.set_replay(words::replay_command(report_, invocation_, sources_of(*script, scripts)));
  }
  for (const auto& [key, partial] : groups_) {
    Group& group = *report.add_groups();
    group.set_rule(key.rule);
    group.set_reading(key.reading);
    group.set_function(function_of(key));
    group.set_observed(key.observed);
    group.set_findings(static_cast<double>(partial.findings));
    group.set_generated_findings(static_cast<double>(partial.generated));
    for (const auto& [script, findings] : partial.committed) {
      Occurrence& occurrence = *group.add_scripts();
      occurrence.set_name(script);
      occurrence.set_findings(static_cast<double>(findings));
    }
    const auto place = std::ranges::find_if(
        scripts, [&](const KeptScript* script) { return same(*script, partial.shortest); });
    group.mutable_shortest()->set_script(partial.shortest.name);
    group.mutable_shortest()->set_index(static_cast<std::uint32_t>(place - scripts.begin()));
    group.mutable_shortest()->set_step(static_cast<std::uint32_t>(partial.step));
  }
  add_sorted(undecided_, *report.mutable_undecided());
  add_sorted(skipped_, *report.mutable_skipped());
  for (const auto& [by, steps] : deciders_) {
    Decider& decider = *report.add_deciders();
    decider.set_by(by);
    decider.set_steps(static_cast<double>(steps));
  }
  add_readings(readings, place_of, report);
  *report.mutable_coverage() = std::move(counts);
  add_catalogue(report);
  settle(report);
  return report;
}

Report summarize(Report before, std::span<const Judged> run,
                 const std::vector<oracle::Followed>& readings,
                 const oracle::coverage::Coverage& coverage) {
  Summary summary{std::move(before)};
  for (const Judged& judged : run) summary.add(judged);
  return summary.report(readings, coverage);
}

}  // namespace netioconf::reports::inline summary
