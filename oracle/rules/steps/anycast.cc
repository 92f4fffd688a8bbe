#include "oracle/rules/call_rules.h"
#include "oracle/rules/steps/read_back.h"
#include "oracle/rules/steps/step.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {
namespace {

void note_change(const AnycastSituation& situation, bool success, state::StepOutcome& outcome) {
  state::TableChange change;
  change.call = situation.call;
  change.made = true;
  change.succeeded = success;
  if (situation.link != nullptr) change.anycast = situation.key;
  if (situation.row != nullptr && situation.row->luid != 0 && situation.row->index != 0) {
    change.luid_and_index_disagree =
        named_link(situation.host, 0, situation.row->index) != situation.link;
  }
  outcome.edits.change = change;
}

void compare_untouched(const AnycastCall& call, const Reply& reply, state::StepOutcome& outcome) {
  if (reply.anycast == call.row) return;
  outcome.mismatch([&] {
    return Mismatch{.rule = broken(call.call, Promise::row_untouched),
                    .member = "the caller's row",
                    .allowed = "as before",
                    .observed = reply.anycast ? words::describe(*reply.anycast) : "none"};
  });
}

// ScopeId is the link's: CreateAnycastIpAddressEntry, Remarks. Only a read shows its value, which is the
// same when the address is added again.
state::AnycastEntry created_entry(const AnycastSituation& situation) {
  state::AnycastEntry entry{.row = *situation.row};
  entry.row.luid = situation.link->luid;
  entry.row.index = situation.link->index;
  const std::optional<std::uint32_t> scope = situation.state.scope_before(situation.key);
  entry.scope_unknown = !scope.has_value();
  entry.row.scope_id = scope.value_or(0);
  return entry;
}

Refusals<AnycastSituation> anycast_refusals(Call call) {
  if (call == Call::create_anycast) return create_anycast_refusals();
  return call == Call::get_anycast ? get_anycast_refusals() : delete_anycast_refusals();
}

void step_success(const AnycastSituation& situation, const Reply& reply, state::StepOutcome& outcome) {
  if (situation.call == Call::create_anycast) {
    outcome.edits.push_back(state::PutAnycast{situation.key, created_entry(situation)});
  }
  if (situation.call == Call::delete_anycast)
    outcome.edits.push_back(state::EraseAnycast{situation.key});
  if (situation.call == Call::get_anycast) {
    const AnycastRow seen = reply.anycast.value_or(AnycastRow{});
    if (bare(seen.address) != bare(situation.row->address)) {
      outcome.mismatch([&] {
        return Mismatch{.rule = broken(Call::get_anycast, Promise::key_members),
                        .member = "Address",
                        .allowed = words::describe(situation.row->address),
                        .observed = words::describe(seen.address)};
      });
    }
    compare_read_back(*situation.link, situation.key, *situation.entry, seen,
                      promise_for(situation.state, situation.key, *situation.entry, situation.call),
                      outcome);
  }
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const AnycastCall& call, const Reply& reply, state::StepOutcome& outcome) {
  const AnycastSituation situation = situate(choices, host, state, call);
  weigh(anycast_refusals(call.call), situation, meaning_of(reply.status), {}, outcome);
  const bool success = succeeded(choices, call.call, reply, outcome);
  if (!outcome.status_fits) return;
  if (success) step_success(situation, reply, outcome);
  if (call.call == Call::get_anycast) return;
  compare_untouched(call, reply, outcome);
  note_change(situation, success, outcome);
}

}  // namespace netioconf::oracle::rules::steps
