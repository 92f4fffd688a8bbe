#pragma once

#include "oracle/readings/choice_enumerator.h"
#include "oracle/state/step_outcome.h"

namespace netioconf::oracle::state {

// The upper limit of a script's duration. Lifetimes and ages that are read may differ by this much, and
// a route with a shorter valid lifetime may expire at any step.
inline constexpr std::uint32_t script_time_limit_s = 3600;

// The call whose rule a wrong entry breaks. `effect` is empty if the rule of the wrong member applies.
struct OwedPromise {
  Call call = Call::get_route;
  std::string_view effect;
};

// The call is the last one that changed the entry if this is the first read after it; a call that must
// not change the entry if it was read before that call; otherwise the call that reads.
[[nodiscard]] OwedPromise promise_for(const State& state, const RouteKey& key, const RouteEntry& entry,
                                      Call reading);
[[nodiscard]] OwedPromise promise_for(const State& state, const AnycastKey& key,
                                      const AnycastEntry& entry, Call reading);

// Compares an entry that was read with the expected entry. Reports wrong members, and stores values that
// only a read can show as an edit.
void compare_read_back(readings::ChoiceEnumerator& choices, const Link& link, const RouteKey& key,
                       const RouteEntry& entry, const RouteRow& seen, OwedPromise promise,
                       StepOutcome& outcome);

void compare_read_back(const Link& link, const AnycastKey& key, const AnycastEntry& entry,
                       const AnycastRow& seen, OwedPromise promise, StepOutcome& outcome);

}  // namespace netioconf::oracle::state
