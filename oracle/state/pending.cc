#include "oracle/state/pending.h"

#include <algorithm>
#include <ranges>

namespace netioconf::oracle::state {
namespace {

bool is_notified_of(const OpenRegistration& registration, std::uint16_t family) {
  const bool of_family = registration.family == unspecified_family || registration.family == family;
  return registration.active && of_family;
}

// The pending callbacks after the edits so far. The last SetPending is the valid one.
std::vector<Pending> pending_now(const State& state, const StepOutcome& outcome) {
  for (const Edit& edit : std::views::reverse(outcome.edits.entries)) {
    if (const auto* set = std::get_if<SetPending>(&edit)) return set->pending;
  }
  return state.pending();
}

}  // namespace

void announce(const State& state, const RouteKey& key, std::uint32_t index, std::uint32_t type,
              Arrival arrival, StepOutcome& outcome) {
  std::vector<Pending> pending = pending_now(state, outcome);
  const std::size_t before = pending.size();
  for (std::uint32_t number = 0; number < state.registrations().size(); ++number) {
    const OpenRegistration& registration = state.registrations()[number];
    if (!is_notified_of(registration, key.to.destination.family)) continue;
    pending.push_back(
        {.registration = number,
         .type = type,
         .key = key,
         .index = index,
         .promised = arrival == Arrival::must_come && !registration.unpromised,
         .when_read = arrival == Arrival::must_come_when_read && !registration.unpromised});
  }
  if (pending.size() != before) outcome.edits.push_back(SetPending{std::move(pending)});
}

void expire(const State& state, const Host& host, const RouteKey& key, Arrival arrival,
            StepOutcome& outcome) {
  const Link* link = state.link_of_row(host, key.to.luid, 0);
  outcome.edits.push_back(EraseRoute{key});
  announce(state, key, link == nullptr ? 0 : link->index, delete_instance, arrival, outcome);
}

void promise_what_was_read(const State& state, std::uint16_t family, StepOutcome& outcome) {
  const auto waits = [family](const Pending& pending) {
    return pending.when_read &&
           (family == unspecified_family || pending.key->to.destination.family == family);
  };
  if (std::ranges::none_of(state.pending(), waits)) return;
  std::vector<Pending> pending = pending_now(state, outcome);
  for (Pending& each : pending) {
    if (!waits(each)) continue;
    each.promised = true;
    each.when_read = false;
  }
  outcome.edits.push_back(SetPending{std::move(pending)});
}

}  // namespace netioconf::oracle::state
