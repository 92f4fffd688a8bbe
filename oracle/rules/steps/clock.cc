#include "oracle/rules/steps/step.h"

namespace netioconf::oracle::rules::steps {

void step(readings::ChoiceEnumerator&, const Host&, const state::State&, const AdvanceCall&,
          const Reply& reply, state::StepOutcome& outcome) {
  outcome.allowed.insert(meaning_of(reply.status));  // No documented function is called.
}

}  // namespace netioconf::oracle::rules::steps
