#include "oracle/rules/call_rules.h"
#include "oracle/rules/steps/read_back.h"
#include "oracle/rules/steps/route_entry.h"
#include "oracle/rules/steps/step.h"
#include "oracle/state/pending.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {
namespace {

void note_change(const RouteSituation& situation, bool success, state::StepOutcome& outcome) {
  state::TableChange change;
  change.call = situation.call;
  change.made = true;
  change.succeeded = success;
  if (situation.link != nullptr) change.route = situation.key;
  if (situation.row != nullptr && situation.row->luid != 0 && situation.row->index != 0) {
    change.luid_and_index_disagree =
        named_link(situation.host, 0, situation.row->index) != situation.link;
  }
  outcome.edits.change = change;
}

void compare_untouched(const RouteCall& call, const Reply& reply, state::StepOutcome& outcome) {
  if (reply.route == call.row) return;
  outcome.mismatch([&] {
    return Mismatch{.rule = broken(call.call, Promise::row_untouched),
                    .member = "the caller's row",
                    .allowed = "as before",
                    .observed = reply.route ? words::describe(*reply.route) : "none"};
  });
}

void step_create(const RouteSituation& situation, state::StepOutcome& outcome) {
  state::announce(situation.state, situation.key, situation.link->index, state::add_instance,
                  state::Arrival::must_come, outcome);
  outcome.edits.push_back(state::PutRoute{situation.key, created(situation)});
}

void step_set(const RouteSituation& situation, state::StepOutcome& outcome) {
  const state::RouteEntry& before = *situation.entry;
  state::RouteEntry entry = changed(situation);
  const state::Arrival arrival = arrival_after_set(situation.choices, *situation.link, before, entry);
  if (arrival != state::Arrival::must_come)
    entry.age_before_set_s = before.age_before_set_s + before.row.age_s;
  state::announce(situation.state, situation.key, situation.link->index, state::parameter_notification,
                  arrival, outcome);
  outcome.edits.push_back(state::PutRoute{situation.key, entry});
}

void step_delete(const RouteSituation& situation, state::StepOutcome& outcome) {
  outcome.edits.push_back(state::EraseRoute{situation.key});
  state::announce(situation.state, situation.key, situation.link->index, state::delete_instance,
                  state::Arrival::must_come, outcome);
}

// If the caller passes host bits or no next hop, or the entry has host bits, the row may contain the
// members as they were passed or as they are in the entry.
RouteRow without_passed_members(const RouteSituation& situation, const state::RouteEntry& entry,
                                const RouteRow& seen) {
  RouteRow row = seen;
  if (bare(seen.destination.address) == bare(situation.row->destination.address)) {
    row.destination.address = entry.row.destination.address;
  }
  if (seen.next_hop.family == unspecified_family &&
      situation.row->next_hop.family == unspecified_family) {
    row.next_hop = entry.row.next_hop;
  }
  return row;
}

// The caller left members of the key out.
void step_get_first_match(const RouteSituation& situation, const RouteRow& seen,
                          state::StepOutcome& outcome) {
  const auto [link, key, entry] = shown_route(situation.choices, situation.host, situation.state, seen);
  if (entry == nullptr || !matches(situation, key)) {
    outcome.mismatch([&] {
      return Mismatch{.rule = broken(Call::get_route, Promise::key_members),
                      .member = "the route",
                      .allowed = "a route with the members that the caller named",
                      .observed = words::describe(seen)};
    });
    return;
  }
  compare_read_back(situation.choices, *link, key, *entry, seen,
                    promise_for(situation.state, key, *entry, Call::get_route), outcome);
}

void step_get(const RouteSituation& situation, const RouteRow& seen, state::StepOutcome& outcome) {
  if (situation.left_out.any()) {
    step_get_first_match(situation, seen, outcome);
    return;
  }
  const RouteRow row = without_passed_members(situation, *situation.entry, seen);
  compare_read_back(situation.choices, *situation.link, situation.key, *situation.entry, row,
                    promise_for(situation.state, situation.key, *situation.entry, Call::get_route),
                    outcome);
}

Refusals<RouteSituation> route_refusals(Call call) {
  if (call == Call::create_route) return create_route_refusals();
  if (call == Call::set_route) return set_route_refusals();
  return call == Call::get_route ? get_route_refusals() : delete_route_refusals();
}

void step_success(const RouteSituation& situation, const Reply& reply, state::StepOutcome& outcome) {
  if (situation.call == Call::create_route) step_create(situation, outcome);
  if (situation.call == Call::set_route) step_set(situation, outcome);
  if (situation.call == Call::delete_route) step_delete(situation, outcome);
  if (situation.call == Call::get_route) step_get(situation, reply.route.value_or(RouteRow{}), outcome);
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const RouteCall& call, const Reply& reply, state::StepOutcome& outcome) {
  if (call.call == Call::initialize_route) {
    outcome.allowed.insert(meaning_of(reply.status));  // The function returns nothing.
    compare_initialized(reply.route.value_or(RouteRow{}), outcome);
    return;
  }
  const RouteSituation situation = situate(choices, host, state, call);
  weigh(route_refusals(call.call), situation, meaning_of(reply.status), {}, outcome);
  const bool success = succeeded(choices, call.call, reply, outcome);
  if (!outcome.status_fits) return;
  if (situation.expired) state::expire(state, host, situation.key, state::Arrival::may_come, outcome);
  if (success) step_success(situation, reply, outcome);
  if (call.call == Call::get_route) return;
  compare_untouched(call, reply, outcome);
  note_change(situation, success, outcome);
}

}  // namespace netioconf::oracle::rules::steps
