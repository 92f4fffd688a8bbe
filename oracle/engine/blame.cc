#include "oracle/engine/blame.h"

#include "oracle/rules/catalogue.h"

#include <algorithm>
#include <bit>

namespace netioconf::oracle::engine {
namespace {

// The leaf nearest to the reply: if possible one whose status fits, then the one with the fewest wrong
// members.
const Leaf& nearest(const std::vector<Leaf>& leaves) {
  return *std::min_element(leaves.begin(), leaves.end(), [](const Leaf& a, const Leaf& b) {
    const auto distance = [](const Leaf& leaf) {
      return std::pair{leaf.explanation.status_fits ? 0 : 1, leaf.explanation.wrong};
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

bool is_table(Call call) { return call == Call::route_table || call == Call::anycast_table; }

bool deletes(const state::Change& change) {
  return change.call == Call::delete_route || change.call == Call::delete_anycast;
}

// The rule that is broken if the first table call after a change fails: a rule of that change.
std::string promise_of_change(const state::Change& change, Call table) {
  return state::rule_id(change.call,
                        state::effect_shown(change, state::shows_in(table, change) && !deletes(change)));
}

bool has_rows(const Reply& reply) {
  return reply.table && !(reply.table->routes.empty() && reply.table->anycasts.empty());
}

// The rule that is broken if the first table call after a change returns rows although the table must be
// empty: the change added them or did not remove them.
std::string promise_of_emptiness(const state::Change& change, Call table) {
  return state::rule_id(change.call,
                        state::effect_shown(change, state::shows_in(table, change) && deletes(change)));
}

// If several rules are broken, or only the rule that the call must succeed, the rule under test is the
// most specific name.
std::string broken_rule(const Finding& finding, const Reply& reply, const Leaf& leaf,
                        const state::Change& change, const Rule* under_test) {
  if (leaf.explanation.status_fits) {
    const std::vector<Mismatch>& mismatches = leaf.explanation.mismatches;
    const bool tested = under_test != nullptr && names_rule(mismatches, under_test->id);
    return tested ? std::string(under_test->id) : mismatches.front().rule;
  }
  if (finding.because.empty()) {
    if (change.made && is_table(finding.call)) return promise_of_change(change, finding.call);
    const bool tested = under_test != nullptr && under_test->call == finding.call;
    return tested ? std::string(under_test->id) : "call.refuses-only-as-documented";
  }
  if (change.made && is_table(finding.call) && has_rows(reply)) {
    return promise_of_emptiness(change, finding.call);
  }
  const bool tested = under_test != nullptr && contains(finding.because, under_test->id);
  return std::string(tested ? under_test->id : finding.because.front());
}

std::vector<World> with_answers(const std::vector<World>& worlds, const readings::Answers& answers) {
  std::vector<World> changed = worlds;
  for (World& world : changed) world.answers = answers;
  return changed;
}

// The slots whose answers in the leaf are not in `open`.
std::vector<readings::Slot> outside(const readings::Answers& answers, const readings::Answers& open) {
  std::vector<readings::Slot> slots;
  for (readings::Slot slot = 0; slot < readings::slot_count; ++slot) {
    if ((answers.open(slot) & open.open(slot)) == 0) slots.push_back(slot);
  }
  return slots;
}

// The fitting leaf that is outside `open` in the fewest slots, and among those in the earliest
// questions; nullptr if no leaf fits.
const Leaf* nearest_fitting(const std::vector<Leaf>& leaves, const readings::Answers& open) {
  const Leaf* best = nullptr;
  std::pair<std::size_t, std::vector<readings::Slot>> fewest{readings::slot_count + 1, {}};
  for (const Leaf& leaf : leaves) {
    std::vector<readings::Slot> slots = outside(leaf.answers, open);
    std::pair distance{slots.size(), std::move(slots)};
    if (!fits(leaf) || distance >= fewest) continue;
    best = &leaf;
    fewest = std::move(distance);
  }
  return best;
}

bool refuses(const Leaf& leaf, std::string_view id) {
  const std::vector<const Rule*>& because = leaf.explanation.because;
  return std::any_of(because.begin(), because.end(), [id](const Rule* rule) { return rule->id == id; });
}

// Attributes the finding to a rule of this call that depends on the question of the slot. Prefers a rule
// that refuses the call under the open answers or under those of `leaf`, which explains the reply.
void lay_to_reading(readings::Slot slot, const Leaf& leaf, Finding& finding) {
  std::string rule;
  for (const Rule& candidate : rules::rules()) {
    if (candidate.reading != readings::name_of_slot(slot).question->id || candidate.call != finding.call)
      continue;
    const bool applies = contains(finding.because, candidate.id) || refuses(leaf, candidate.id);
    if (rule.empty() || applies) rule = candidate.id;
  }
  if (!rule.empty()) finding.rule = rule;
}

// The open answers together with those that the profile rules out.
readings::Answers with_what_the_profile_rules_out(const readings::Answers& open,
                                                  const readings::Answers& at_first) {
  readings::Answers answers = open;
  const readings::Answers every = readings::Answers::all();
  for (readings::Slot slot = 0; slot < readings::slot_count; ++slot) {
    const unsigned ruled_out = every.open(slot) & ~static_cast<unsigned>(at_first.open(slot));
    answers.restrict_to(slot, static_cast<std::uint8_t>(open.open(slot) | ruled_out));
  }
  return answers;
}

// Records answers outside the profile that explain the reply. Returns false if there are none.
bool note_explanations(const Accusation& accusation, const Step& step, Finding& finding) {
  const readings::Answers carried = hull(accusation.worlds);
  const readings::Answers answers = with_what_the_profile_rules_out(carried, accusation.at_first);
  const auto leaves = explore(with_answers(accusation.worlds, answers), accusation.trace.host, step,
                              state::Detail::counted);
  const Leaf* leaf = nearest_fitting(leaves, carried);
  if (leaf == nullptr) return false;
  for (const readings::Slot slot : outside(leaf->answers, carried)) {
    finding.explained_by.push_back(
        evidence_of(slot, leaf->answers.open(slot), accusation.trace.script, accusation.step));
    lay_to_reading(slot, *leaf, finding);
  }
  return true;
}

// Records the earlier steps that ruled out the answers that explain the reply.
void note_contradictions(const Accusation& accusation, const Step& step, Finding& finding) {
  const readings::Answers carried = hull(accusation.worlds);
  const auto leaves = explore(with_answers(accusation.worlds, accusation.at_first),
                              accusation.trace.host, step, state::Detail::counted);
  const Leaf* leaf = nearest_fitting(leaves, carried);
  if (leaf == nullptr) return;
  for (const readings::Slot slot : outside(leaf->answers, carried)) {
    const std::vector<Evidence>& evidence = accusation.ledger.evidence(slot);
    finding.contradicts.insert(finding.contradicts.end(), evidence.begin(), evidence.end());
    lay_to_reading(slot, *leaf, finding);
  }
}

}  // namespace

const Rule* rule_under_test(const std::string& script) {
  return rules::find_rule(script.substr(0, script.find('/')));
}

void blame(const Accusation& accusation, Finding& finding) {
  const Step& step = accusation.trace.steps[accusation.step];
  const Host& host = accusation.trace.host;
  const auto ways = explore(accusation.worlds, host, step, state::Detail::counted);
  const World& world = accusation.worlds[nearest(ways).world];
  // Only the nearest explanation is put into words.
  const World nearest_world{.answers = nearest(ways).answers, .state = world.state};
  const auto leaves = explore({nearest_world}, host, step, state::Detail::worded);
  const Leaf& leaf = nearest(leaves);
  if (leaf.explanation.status_fits) finding.mismatches = leaf.explanation.mismatches;
  finding.rule = broken_rule(finding, step.reply, leaf, world.state.last_change(),
                             rule_under_test(accusation.trace.script));
  if (!note_explanations(accusation, step, finding)) note_contradictions(accusation, step, finding);
}

}  // namespace netioconf::oracle::engine
