#pragma once

#include "oracle/readings/choice_enumerator.h"
#include "oracle/state/step_outcome.h"

namespace netioconf::oracle::rules::steps {

// Explains a step whose call returned, under the answers that the choices gives: what was allowed, what
// is wrong with the reply, and how the state changes. `outcome` must be new. Calls no implementation and
// stores nothing.
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const Step& recorded, state::StepOutcome& outcome);

// The overloads that it dispatches to, one for each type of call.
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const RouteCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const AnycastCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const TableCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const KeptTableCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const BestRouteCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const NotifyCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const CancelCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const CollectCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const LinkCall& call, const Reply& reply, state::StepOutcome& outcome);
void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const AdvanceCall& call, const Reply& reply, state::StepOutcome& outcome);

// The id of the rule that a call breaks if it does not keep a promise.
[[nodiscard]] std::string broken(Call call, Promise promise);

// Records whether the status is allowed. Returns true if the call succeeded and success was allowed.
[[nodiscard]] bool succeeded(readings::ChoiceEnumerator& choices, Call call, const Reply& reply,
                             state::StepOutcome& outcome);

}  // namespace netioconf::oracle::rules::steps
