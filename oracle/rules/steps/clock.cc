#include "oracle/rules/steps/step.h"
#include "oracle/state/pending.h"

// netioconf_advance.
namespace netioconf::oracle::rules::steps {
namespace {

// Whether the route certainly no longer exists. It may be older than the age of its row, if that is not
// exact.
bool is_over(readings::ChoiceEnumerator& choices, const state::RouteEntry& entry) {
  if (state::is_unknown(entry, state::Member::valid_lifetime)) return false;
  const std::uint32_t valid_s = entry.row.valid_lifetime_s;
  if (valid_s == infinite_lifetime_s || entry.row.age_s < valid_s) return false;
  if (entry.row.age_s == valid_s && !entry.age_is_exact) return false;
  const bool stays = entry.row.immortal != 0 &&
                     choices.ask<readings::immortal_route>() == readings::ImmortalRoute::stays;
  if (stays) return false;
  return entry.row.age_s > valid_s || choices.ask<readings::last_moment>() == readings::LastMoment::gone;
}

// The largest age that a row can hold is longer than any script.
std::uint32_t later(std::uint32_t age_s, std::uint32_t seconds) {
  const std::uint32_t sum = age_s + seconds;
  return sum < age_s ? 0xffffffff : sum;
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const AdvanceCall& call, const Reply& reply, state::StepOutcome& outcome) {
  outcome.allowed.insert(meaning_of(reply.status));  // No documented function is called.
  if (!state.clock_stands()) outcome.edits.push_back(state::StopClock{});
  if (call.seconds == 0) return;
  bool some_end = false;
  for (const auto& [key, entry] : state.routes()) {
    state::RouteEntry older = entry;
    older.row.age_s = later(entry.row.age_s, call.seconds);
    older.may_expire = state::may_expire(older);
    some_end = some_end || entry.row.valid_lifetime_s != infinite_lifetime_s;
    if (is_over(choices, older)) {
      // The callback may have come before, when the route may have expired. An implementation may
      // remove a route that is over when its table is read.
      state::expire(state, host, key,
                    entry.may_expire ? state::Arrival::may_come : state::Arrival::must_come_when_read,
                    outcome);
    } else {
      outcome.edits.push_back(state::PutRoute{key, older});
    }
  }
  if (some_end)
    outcome.edits.change = state::TableChange{.call = call.call, .made = true, .succeeded = true};
}

}  // namespace netioconf::oracle::rules::steps
