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
using oracle::Verdict;

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
      return false;
  }
  return false;
}

// What one implementation did in a script, and the data needed to compare it.
struct DivergenceSearch {
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

bool deviates(const AgreeingMember& member) { return member.finding->verdict == Verdict::deviates; }

std::string blamed(const AgreeingMember& member) {
  return member.finding->contradicts.empty() ? "" : member.finding->contradicts.front().question;
}

// Whether two implementations gave equivalent answers, and, if one of them deviates, got the same
// judgement.
bool agree(const AgreeingMember& one, const AgreeingMember& other) {
  if (deviates(one) != deviates(other)) return false;
  if (deviates(one) && (one.finding->rule != other.finding->rule || blamed(one) != blamed(other)))
    return false;
  return equivalent(one.done, other.done);
}

using Members = std::vector<AgreeingMember>;

// Those that deviate first, then in the order of their first runs.
std::vector<Members> camps_of(const Members& members) {
  std::vector<Members> camps;
  for (const AgreeingMember& member : members) {
    const auto camp = std::find_if(camps.begin(), camps.end(),
                                   [&](const Members& one) { return agree(one.front(), member); });
    if (camp != camps.end()) {
      camp->push_back(member);
    } else {
      camps.push_back({member});
    }
  }
  std::sort(camps.begin(), camps.end(), [](const Members& a, const Members& b) {
    return std::pair{!deviates(a.front()), a.front().run} <
           std::pair{!deviates(b.front()), b.front().run};
  });
  return camps;
}

AgreeingGroup camp_of(const Members& members) {
  const AgreeingMember& first = members.front();
  AgreeingGroup camp{.verdict = first.finding->verdict,
                     .rule = deviates(first) ? first.finding->rule : "",
                     .outcome = std::string{outcome_of(*first.done.step)},
                     .reply = oracle::words::describe(first.done.step->reply, first.finding->call)};
  for (const AgreeingMember& member : members) {
    camp.runs.push_back(member.run);
    if (member.finding->verdict == Verdict::undecided) camp.verdict = Verdict::undecided;
  }
  return camp;
}

// Compares one script step by step.
class Comparing {
 public:
  Comparing(std::span<const Attempted> runs, oracle::readings::Profile profile) : profile_{profile} {
    std::vector<std::size_t> all;
    for (const Attempted& run : runs) {
      DivergenceSearch& course = courses_.emplace_back();
      course.attempted = run;
      if (run.trace == nullptr) continue;
      course.places = places_of(*run.trace);
      course.links = links_by_mention(*run.trace);
      for (const auto& [place, step] : course.places) places_.insert(place);
      all.push_back(courses_.size() - 1);
    }
    together_.push_back(std::move(all));
  }

  std::vector<Divergence> partings() {
    for (const Place& place : places_) {
      std::vector<std::vector<std::size_t>> next;
      for (const std::vector<std::size_t>& runs : together_) compare(runs, place, next);
      together_ = std::move(next);
    }
    return std::move(partings_);
  }

 private:
  [[nodiscard]] Members members_at(const std::vector<std::size_t>& runs, Place place) const {
    Members members;
    for (const std::size_t run : runs) {
      const DivergenceSearch& course = courses_[run];
      const auto found = course.places.find(place);
      if (found == course.places.end()) continue;
      const std::size_t step = found->second;
      const auto& findings = course.attempted.judgement->findings;
      if (step >= findings.size() || findings[step].verdict == Verdict::skipped) continue;
      const oracle::Trace& trace = *course.attempted.trace;
      members.push_back({run, step, {&trace.steps[step], &trace.host, &course.links}, &findings[step]});
    }
    return members;
  }

  // Writes the runs that continue to `next`, grouped by the runs that they are still compared with.
  void compare(const std::vector<std::size_t>& runs, Place place,
               std::vector<std::vector<std::size_t>>& next) {
    const Members members = members_at(runs, place);
    const std::vector<Members> camps = camps_of(members);
    const bool all_deviate = members.size() > 1 && camps.size() == 1 && deviates(members.front());
    if (camps.size() > 1 || all_deviate) note(camps, place);
    std::vector<std::size_t> refused;
    for (const Members& camp : camps) {
      if (deviates(camp.front())) continue;
      std::vector<std::size_t> kept;
      for (const AgreeingMember& member : camp) kept.push_back(member.run);
      if (camps.size() == 1) add_bystanders(runs, members, place, kept);
      const bool went_on = succeeded(*camp.front().done.step);
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
      if (std::any_of(members.begin(), members.end(), is_it)) continue;
      const DivergenceSearch& course = courses_[run];
      const auto found = course.places.find(place);
      const bool looks = place.look != 0;
      const bool asked_in_vain =
          found != course.places.end() &&
          !changes_something(oracle::call_of(course.attempted.trace->steps[found->second].operation));
      if (looks || asked_in_vain) kept.push_back(run);
    }
    std::sort(kept.begin(), kept.end());
  }

  void note(const std::vector<Members>& camps, Place place) {
    Divergence parting{.call = camps.front().front().finding->call};
    parting.steps.assign(courses_.size(), no_step);
    for (const Members& camp : camps) {
      parting.camps.push_back(camp_of(camp));
      for (const AgreeingMember& member : camp) parting.steps[member.run] = member.step;
    }
    parting.aspect = aspect_of(camps, place);
    const AgreeingMember& first = camps.front().front();
    std::vector<bool> probes;
    for (const Step& step : courses_[first.run].attempted.trace->steps) probes.push_back(step.probe);
    parting.place = words::place_of(probes, first.step);
    for (Cause& cause : causes_of(camps, parting)) {
      partings_.push_back(parting);
      partings_.back().cause = std::move(cause);
    }
  }

  [[nodiscard]] static Aspect aspect_of(const std::vector<Members>& camps, Place place) {
    const Step& first = *camps.front().front().done.step;
    bool same_status = true;
    bool same_answer = true;
    for (const Members& camp : camps) {
      same_status = same_status && outcome_of(*camp.front().done.step) == outcome_of(first);
      same_answer = same_answer && equivalent(camp.front().done, camps.front().front().done);
    }
    if (same_answer && camps.size() > 1) return Aspect::consistency;
    if (place.look != 0) return Aspect::state;
    return same_status ? Aspect::answer : Aspect::status;
  }

  // One cause for each broken rule; a single cause if no rule is broken.
  [[nodiscard]] std::vector<Cause> causes_of(const std::vector<Members>& camps,
                                             const Divergence& parting) const {
    std::set<Cause> causes;
    for (const Members& camp : camps) {
      const AgreeingMember& first = camp.front();
      if (!deviates(first)) continue;
      causes.insert({.kind = camps.size() == 1 ? DivergenceKind::shared : DivergenceKind::broken,
                     .rule = first.finding->rule,
                     .reading = blamed(first)});
    }
    if (!causes.empty()) return {causes.begin(), causes.end()};
    std::vector<Chose> chosen;
    for (std::size_t camp = 0; camp < camps.size(); ++camp) {
      for (const AgreeingMember& member : camps[camp])
        chosen.push_back({camp, courses_[member.run].attempted.trace, member.step, member.finding});
    }
    return {cause_of_ambiguity(chosen, parting.camps, profile_)};
  }

  oracle::readings::Profile profile_;
  std::vector<DivergenceSearch> courses_;
  std::set<Place> places_;
  std::vector<std::vector<std::size_t>> together_;
  std::vector<Divergence> partings_;
};

}  // namespace

std::vector<Divergence> partings_of(std::span<const Attempted> runs, oracle::readings::Profile profile) {
  return Comparing{runs, profile}.partings();
}

bool same_script(const oracle::Trace& one, const oracle::Trace& other) {
  const std::vector<oracle::Operation> some = operations_of(one);
  const std::vector<oracle::Operation> others = operations_of(other);
  const auto both = static_cast<std::ptrdiff_t>(std::min(some.size(), others.size()));
  return std::equal(some.begin(), some.begin() + both, others.begin());
}

}  // namespace netioconf::reports::diff
