#include "oracle/engine/attribution.h"

#include "oracle/rules/catalogue.h"

#include <algorithm>
#include <bit>

namespace netioconf::oracle::engine {
namespace {

// The branch nearest to the reply: if possible one whose status fits, then the one with the fewest wrong
// members.
const Branch& nearest(const std::vector<Branch>& branches) {
  return *std::min_element(branches.begin(), branches.end(), [](const Branch& a, const Branch& b) {
    const auto distance = [](const Branch& branch) {
      return std::pair{branch.outcome.status_fits ? 0 : 1, branch.outcome.wrong};
    };
    return distance(a) < distance(b);
  });
}

bool contains(const std::vector<std::string_view>& list, std::string_view id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

bool names_rule(const std::vector<Mismatch>& mismatches, std::string_view id) {
  return std::any_of(mismatches.begin(), mismatches.end(),
                     [id](const Mismatch& mismatch) { return mismatch.rule == id; });
}

// The rule that is broken if the first table call after a change fails: a rule of that change.
std::string promise_of_change(const state::TableChange& change, Call table) {
  const bool changed = state::shows_in(table, change) && !deletes(change.call);
  return std::string{rules::rule_of(change.call, state::promise_shown(change, changed)).id};
}

bool has_rows(const Reply& reply) {
  return reply.table && !(reply.table->routes.empty() && reply.table->anycasts.empty());
}

// The rule that is broken if the first table call after a change returns rows although the table must be
// empty: the change added them or did not remove them.
std::string promise_of_emptiness(const state::TableChange& change, Call table) {
  const bool changed = state::shows_in(table, change) && deletes(change.call);
  return std::string{rules::rule_of(change.call, state::promise_shown(change, changed)).id};
}

// The first rule that refuses the call whatever is read into the pages, else the first one.
std::string surest(const std::vector<std::string_view>& because) {
  const auto is_sure = [](std::string_view id) { return rules::find_rule(id)->reading.empty(); };
  const auto sure = std::find_if(because.begin(), because.end(), is_sure);
  return std::string{sure == because.end() ? because.front() : *sure};
}

// If several rules are broken, or only the rule that the call must succeed, the rule under test is the
// most specific name.
std::string broken_rule(const Finding& finding, const Reply& reply, const Branch& branch,
                        const state::TableChange& change, const Rule* under_test) {
  if (branch.outcome.status_fits) {
    const std::vector<Mismatch>& mismatches = branch.outcome.mismatches;
    const bool tested = under_test != nullptr && names_rule(mismatches, under_test->id);
    return tested ? std::string(under_test->id) : mismatches.front().rule;
  }
  if (finding.because.empty()) {
    if (change.made && returns_table(finding.call)) return promise_of_change(change, finding.call);
    const bool tested = under_test != nullptr && under_test->call == finding.call;
    return std::string{tested
                           ? under_test->id
                           : rules::rule_of(Call::create_route, Promise::refuses_only_as_documented).id};
  }
  if (change.made && returns_table(finding.call) && has_rows(reply)) {
    return promise_of_emptiness(change, finding.call);
  }
  const bool tested = under_test != nullptr && contains(finding.because, under_test->id);
  return tested ? std::string{under_test->id} : surest(finding.because);
}

std::vector<Hypothesis> with_answers(const std::vector<Hypothesis>& hypotheses,
                                     const readings::OpenReadings& answers) {
  std::vector<Hypothesis> changed = hypotheses;
  for (Hypothesis& hypothesis : changed) hypothesis.answers = answers;
  return changed;
}

// The instances whose answers in the branch are not in `open`.
std::vector<readings::ReadingInstance> outside(const readings::OpenReadings& answers,
                                               const readings::OpenReadings& open) {
  std::vector<readings::ReadingInstance> instances;
  for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance) {
    if ((answers.open(instance) & open.open(instance)) == 0) instances.push_back(instance);
  }
  return instances;
}

// The fitting branch that is outside `open` in the fewest instances, and among those in the earliest
// questions; nullptr if no branch fits.
const Branch* nearest_fitting(const std::vector<Branch>& branches, const readings::OpenReadings& open) {
  const Branch* best = nullptr;
  std::pair<std::size_t, std::vector<readings::ReadingInstance>> fewest{readings::instance_count + 1,
                                                                        {}};
  for (const Branch& branch : branches) {
    std::vector<readings::ReadingInstance> instances = outside(branch.answers, open);
    std::pair distance{instances.size(), std::move(instances)};
    if (!fits(branch) || distance >= fewest) continue;
    best = &branch;
    fewest = std::move(distance);
  }
  return best;
}

bool refuses(const Branch& branch, std::string_view id) {
  const auto& because = branch.outcome.because;
  return std::any_of(because.begin(), because.end(), [id](const Rule* rule) { return rule->id == id; });
}

// Attributes the finding to a rule of this call that depends on the question of the instance. Prefers a
// rule that refuses the call under the open answers or under those of `branch`, which explains the
// reply.
void lay_to_reading(readings::ReadingInstance instance, const Branch& branch, Finding& finding) {
  std::string rule;
  for (const Rule& candidate : rules::rules()) {
    if (candidate.reading != readings::name_of_instance(instance).question->id ||
        candidate.call != finding.call)
      continue;
    const bool applies = contains(finding.because, candidate.id) || refuses(branch, candidate.id);
    if (rule.empty() || applies) rule = candidate.id;
  }
  if (!rule.empty()) finding.rule = rule;
}

// The open answers together with those that the profile rules out.
readings::OpenReadings with_what_the_profile_rules_out(const readings::OpenReadings& open,
                                                       const readings::OpenReadings& at_first) {
  readings::OpenReadings answers = open;
  const readings::OpenReadings every = readings::OpenReadings::all();
  for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance) {
    const unsigned ruled_out = every.open(instance) & ~static_cast<unsigned>(at_first.open(instance));
    answers.restrict_to(instance, static_cast<std::uint8_t>(open.open(instance) | ruled_out));
  }
  return answers;
}

// The hypotheses after a step that is explained by the answer to one question, in which `nearest`
// differs from the open answers.
std::vector<Hypothesis> after_explained_step(const Attribution& attribution,
                                             const std::vector<Branch>& branches, const Branch& nearest,
                                             const readings::OpenReadings& carried) {
  const std::vector<readings::ReadingInstance> instances = outside(nearest.answers, carried);
  std::vector<Hypothesis> after;
  if (instances.size() != 1) return after;
  for (const Branch& branch : branches) {
    if (!fits(branch) || outside(branch.answers, carried) != instances) continue;
    Hypothesis hypothesis = attribution.hypotheses[branch.hypothesis];
    hypothesis.state.apply(branch.outcome.edits);
    after.push_back(std::move(hypothesis));
  }
  return after;
}

// Records answers outside the profile that explain the reply.
std::vector<Hypothesis> note_explanations(const Attribution& attribution, const Step& step,
                                          Finding& finding) {
  const readings::OpenReadings carried = bounding_set(attribution.hypotheses);
  const readings::OpenReadings answers = with_what_the_profile_rules_out(carried, attribution.at_first);
  const auto branches = explore(with_answers(attribution.hypotheses, answers), attribution.trace.host,
                                step, state::Detail::counted);
  const Branch* branch = nearest_fitting(branches, carried);
  if (branch == nullptr) return {};
  for (const readings::ReadingInstance instance : outside(branch->answers, carried)) {
    finding.explained_by.push_back(evidence_of(instance, branch->answers.open(instance),
                                               attribution.trace.script, attribution.step));
    lay_to_reading(instance, *branch, finding);
  }
  return after_explained_step(attribution, branches, *branch, carried);
}

// Records the earlier steps that ruled out the answers that explain the reply.
std::vector<Hypothesis> note_contradictions(const Attribution& attribution, const Step& step,
                                            Finding& finding) {
  const readings::OpenReadings carried = bounding_set(attribution.hypotheses);
  const auto branches = explore(with_answers(attribution.hypotheses, attribution.at_first),
                                attribution.trace.host, step, state::Detail::counted);
  const Branch* branch = nearest_fitting(branches, carried);
  if (branch == nullptr) return {};
  for (const readings::ReadingInstance instance : outside(branch->answers, carried)) {
    const std::vector<Evidence>& evidence = attribution.evidence_so_far.evidence(instance);
    finding.contradicts.insert(finding.contradicts.end(), evidence.begin(), evidence.end());
    lay_to_reading(instance, *branch, finding);
  }
  return after_explained_step(attribution, branches, *branch, carried);
}

// No call breaks a rule of netioconf_reset.
const Rule* call_rule_under_test(const std::string& script) {
  const Rule* rule = rule_under_test(script);
  return rule == nullptr || rule->source.page == own_header ? nullptr : rule;
}

}  // namespace

const Rule* rule_under_test(const std::string& script) {
  return rules::find_rule(script.substr(0, script.find('/')));
}

std::vector<Hypothesis> attribute(const Attribution& attribution, Finding& finding) {
  const Step& step = attribution.trace.steps[attribution.step];
  const Host& host = attribution.trace.host;
  const auto ways = explore(attribution.hypotheses, host, step, state::Detail::counted);
  const Hypothesis& hypothesis = attribution.hypotheses[nearest(ways).hypothesis];
  // Only the nearest outcome is put into words.
  const Hypothesis nearest_hypothesis{.answers = nearest(ways).answers, .state = hypothesis.state};
  const auto branches = explore({nearest_hypothesis}, host, step, state::Detail::worded);
  const Branch& branch = nearest(branches);
  if (branch.outcome.status_fits) finding.mismatches = branch.outcome.mismatches;
  finding.rule = broken_rule(finding, step.reply, branch, hypothesis.state.last_change(),
                             call_rule_under_test(attribution.trace.script));
  std::vector<Hypothesis> after = note_explanations(attribution, step, finding);
  return finding.explained_by.empty() ? note_contradictions(attribution, step, finding) : after;
}

}  // namespace netioconf::oracle::engine
