#include "reports/diff/divergence.h"

#include <algorithm>
#include <map>
#include <set>

#include "oracle/words/describe.h"
#include "reports/diff/ambiguity.h"
#include "reports/diff/equivalent.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff {
namespace {

using oracle::Call;
using oracle::Finding;
using oracle::Step;

// Identifies a step in every trace of a script: the number of the script's own steps up to it, and the
// number of the probe after that step.
struct Place {
  std::size_t own = 0;
  std::size_t look = 0;  // 0: the own step itself

  friend auto operator<=>(const Place&, const Place&) = default;
};

std::map<Place, std::size_t> places_of(const oracle::Trace& trace) {
  std::map<Place, std::size_t> places;
  Place place;
  for (std::size_t step = 0; step < trace.steps.size(); ++step) {
    place = trace.steps[step].probe ? Place{place.own, place.look + 1} : Place{place.own + 1, 0};
    places.emplace(place, step);
  }
  return places;
}

bool changes_something(Call call) {
  switch (call) {
    case Call::create_route:
    case Call::set_route:
    case Call::delete_route:
    case Call::create_anycast:
    case Call::delete_anycast:
    case Call::notify_route_change:
    case Call::cancel_notification:
    case Call::free_table:
      return true;
    case Call::initialize_route:
    case Call::get_route:
    case Call::route_table:
    case Call::best_route:
    case Call::get_anycast:
    case Call::anycast_table:
    case Call::get_link:
    case Call::collect_notifications:
    case Call::reread_table:
    case Call::advance_clock:
      return false;
  }
  return false;
}

// What one implementation did in a script, and the data needed to compare it.
struct ComparedRun {
  Attempted attempted;
  std::map<Place, std::size_t> places;
  std::vector<oracle::Link> links;
};

struct AgreeingMember {
  std::size_t run = 0;
  std::size_t step = 0;
  Done done;
  const Finding* finding = nullptr;
};

bool deviates(const AgreeingMember& member) {
  return member.finding->verdict == oracle::Verdict::deviates;
}

std::string contradicted_reading(const AgreeingMember& member) {
  return member.finding->contradicts.empty() ? "" : member.finding->contradicts.front().question;
}

// Whether two implementations gave equivalent answers, and, if one of them deviates, got the same
// judgement.
bool agree(const AgreeingMember& one, const AgreeingMember& other) {
  if (deviates(one) != deviates(other)) return false;
  if (deviates(one) && (one.finding->rule != other.finding->rule ||
                        contradicted_reading(one) != contradicted_reading(other)))
    return false;
  return equivalent(one.done, other.done);
}

using Members = std::vector<AgreeingMember>;

// Those that deviate first, then in the order of their first runs.
std::vector<Members> groups_of(const Members& members) {
  std::vector<Members> groups;
  for (const AgreeingMember& member : members) {
    const auto group =
        std::ranges::find_if(groups, [&](const Members& one) { return agree(one.front(), member); });
    if (group != groups.end()) {
      group->push_back(member);
    } else {
      groups.push_back({member});
    }
  }
  std::ranges::sort(groups, {}, [](const Members& group) {
    return std::pair{!deviates(group.front()), group.front().run};
  });
  return groups;
}

AgreeingGroup group_of(const Members& members) {
  const AgreeingMember& first = members.front();
  AgreeingGroup group{.verdict = first.finding->verdict,
                      .rule = deviates(first) ? first.finding->rule : "",
                      .outcome = std::string{outcome_of(*first.done.step)},
                      .reply = oracle::words::describe(first.done.step->reply, first.finding->call)};
  for (const AgreeingMember& member : members) {
    group.runs.push_back(member.run);
    if (member.finding->verdict == oracle::Verdict::undecided)
      group.verdict = oracle::Verdict::undecided;
  }
  return group;
}

// Compares one script step by step.
class Comparing {
 public:
  Comparing(std::span<const Attempted> runs, oracle::readings::Profile profile) : profile_{profile} {
    std::vector<std::size_t> all;
    for (const Attempted& run : runs) {
      ComparedRun& compared = runs_.emplace_back();
      compared.attempted = run;
      if (run.trace == nullptr) continue;
      compared.places = places_of(*run.trace);
      compared.links = links_by_mention(*run.trace);
      for (const auto& [place, step] : compared.places) places_.insert(place);
      all.push_back(runs_.size() - 1);
    }
    together_.push_back(std::move(all));
  }

  std::vector<Divergence> divergences() {
    for (const Place& place : places_) {
      std::vector<std::vector<std::size_t>> next;
      for (const std::vector<std::size_t>& runs : together_) compare(runs, place, next);
      together_ = std::move(next);
    }
    return std::move(divergences_);
  }

 private:
  [[nodiscard]] Members members_at(const std::vector<std::size_t>& runs, Place place) const {
    Members members;
    for (const std::size_t run : runs) {
      const ComparedRun& compared = runs_[run];
      const auto found = compared.places.find(place);
      if (found == compared.places.end()) continue;
      const std::size_t step = found->second;
      const auto& findings = compared.attempted.judgement->findings;
      if (step >= findings.size() || findings[step].verdict == oracle::Verdict::skipped) continue;
      const oracle::Trace& trace = *compared.attempted.trace;
      members.push_back(
          {run, step, {&trace.steps[step], &trace.host, &compared.links}, &findings[step]});
    }
    return members;
  }

  // Writes the runs that continue to `next`, grouped by the runs that they are still compared with.
  void compare(const std::vector<std::size_t>& runs, Place place,
               std::vector<std::vector<std::size_t>>& next) {
    const Members members = members_at(runs, place);
    const std::vector<Members> groups = groups_of(members);
    const bool all_deviate = members.size() > 1 && groups.size() == 1 && deviates(members.front());
    if (groups.size() > 1 || all_deviate) note(groups, place);
    std::vector<std::size_t> refused;
    for (const Members& group : groups) {
      if (deviates(group.front())) continue;
      std::vector<std::size_t> kept;
      for (const AgreeingMember& member : group) kept.push_back(member.run);
      if (groups.size() == 1) add_bystanders(runs, members, place, kept);
      const bool went_on = succeeded(*group.front().done.step);
      if (went_on) next.push_back(std::move(kept));
      if (!went_on) refused.insert(refused.end(), kept.begin(), kept.end());
    }
    if (members.empty()) add_bystanders(runs, members, place, refused);
    if (!refused.empty()) next.push_back(std::move(refused));
  }

  // Adds the runs that did not perform a step that changes nothing.
  void add_bystanders(const std::vector<std::size_t>& runs, const Members& members, Place place,
                      std::vector<std::size_t>& kept) const {
    for (const std::size_t run : runs) {
      const auto is_it = [&](const AgreeingMember& member) { return member.run == run; };
      if (std::ranges::any_of(members, is_it)) continue;
      const ComparedRun& compared = runs_[run];
      const auto found = compared.places.find(place);
      const bool looks = place.look != 0;
      const bool asked_in_vain =
          found != compared.places.end() &&
          !changes_something(oracle::call_of(compared.attempted.trace->steps[found->second].operation));
      if (looks || asked_in_vain) kept.push_back(run);
    }
    std::ranges::sort(kept);
  }

  void note(const std::vector<Members>& groups, Place place) {
    Divergence divergence{.call = groups.front().front().finding->call};
    divergence.steps.assign(runs_.size(), no_step);
    for (const Members& group : groups) {
      divergence.groups.push_back(group_of(group));
      for (const AgreeingMember& member : group) divergence.steps[member.run] = member.step;
    }
    divergence.aspect = aspect_of(groups, place);
    const AgreeingMember& first = groups.front().front();
    std::vector<bool> probes;
    for (const Step& step : runs_[first.run].attempted.trace->steps) probes.push_back(step.probe);
    divergence.place = words::place_of(probes, first.step);
    for (Cause& cause : causes_of(groups, divergence)) {
      divergences_.push_back(divergence);
      divergences_.back().cause = std::move(cause);
    }
  }

  [[nodiscard]] static DifferenceAspect::Value aspect_of(const std::vector<Members>& groups,
                                                         Place place) {
    const Step& first = *groups.front().front().done.step;
    bool same_status = true;
    bool same_answer = true;
    for (const Members& group : groups) {
      same_status = same_status && outcome_of(*group.front().done.step) == outcome_of(first);
      same_answer = same_answer && equivalent(group.front().done, groups.front().front().done);
    }
    if (same_answer && groups.size() > 1) return DifferenceAspect::consistency;
    if (place.look != 0) return DifferenceAspect::state;
    return same_status ? DifferenceAspect::answer : DifferenceAspect::status;
  }

  // One cause for each broken rule; a single cause if no rule is broken.
  [[nodiscard]] std::vector<Cause> causes_of(const std::vector<Members>& groups,
                                             const Divergence& divergence) const {
    std::set<Cause> causes;
    for (const Members& group : groups) {
      const AgreeingMember& first = group.front();
      if (!deviates(first)) continue;
      causes.insert({.kind = groups.size() == 1 ? DifferenceKind::shared : DifferenceKind::broken,
                     .rule = first.finding->rule,
                     .reading = contradicted_reading(first)});
    }
    if (!causes.empty()) return {causes.begin(), causes.end()};
    std::vector<MemberChoice> choices;
    for (std::size_t group = 0; group < groups.size(); ++group) {
      for (const AgreeingMember& member : groups[group])
        choices.push_back({group, runs_[member.run].attempted.trace, member.step, member.finding});
    }
    return {cause_of_ambiguity(choices, divergence.groups, profile_)};
  }

  oracle::readings::Profile profile_;
  std::vector<ComparedRun> runs_;
  std::set<Place> places_;
  std::vector<std::vector<std::size_t>> together_;
  std::vector<Divergence> divergences_;
};

}  // namespace

std::vector<Divergence> divergences_of(std::span<const Attempted> runs,
                                       oracle::readings::Profile profile) {
  return Comparing{runs, profile}.divergences();
}

bool same_script(const oracle::Trace& one, const oracle::Trace& other) {
  const std::vector<oracle::Operation> some = operations_of(one);
  const std::vector<oracle::Operation> others = operations_of(other);
  const auto both = static_cast<std::ptrdiff_t>(std::min(some.size(), others.size()));
  return std::equal(some.begin(), some.begin() + both, others.begin());
}

}  // namespace netioconf::reports::diff
