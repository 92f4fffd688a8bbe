#pragma once

#include "oracle/readings/choice_enumerator.h"
#include "oracle/state/step_outcome.h"

namespace netioconf::oracle::rules::steps {

// The call whose rule a wrong entry breaks.
struct OwedPromise {
  Call call = Call::get_route;
  std::optional<Promise> promise;  // nullopt: the promise about the wrong member
};

// The call is the last one that changed the entry if this is the first read after it; a call that must
// not change the entry if it was read before that call; otherwise the call that reads.
[[nodiscard]] OwedPromise promise_for(const state::State& state, const state::RouteKey& key,
                                      const state::RouteEntry& entry, Call reading);
[[nodiscard]] OwedPromise promise_for(const state::State& state, const state::AnycastKey& key,
                                      const state::AnycastEntry& entry, Call reading);

// How a lifetime reads `age_s` seconds after it was given, if only netioconf_advance moves the clock.
[[nodiscard]] std::uint32_t exact_lifetime(readings::LifetimesReadBack answer, std::uint32_t given,
                                           std::uint32_t age_s);

// Compares an entry that was read with the expected entry. Reports wrong members, and stores values that
// only a read can show as an edit.
void compare_read_back(readings::ChoiceEnumerator& choices, const Link& link, const state::RouteKey& key,
                       const state::RouteEntry& entry, const RouteRow& seen, OwedPromise owed,
                       state::StepOutcome& outcome);

void compare_read_back(const Link& link, const state::AnycastKey& key, const state::AnycastEntry& entry,
                       const AnycastRow& seen, OwedPromise owed, state::StepOutcome& outcome);

}  // namespace netioconf::oracle::rules::steps
