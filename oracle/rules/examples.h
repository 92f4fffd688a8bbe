#pragma once

#include <vector>

#include "oracle/model/host.h"
#include "oracle/model/operation.h"
#include "oracle/model/rule.h"
#include "oracle/model/trace.h"

namespace netioconf::oracle::rules {

enum class Side : std::uint8_t {
  beyond,  // the rule refuses the call, or the last step breaks the rule
  within,  // the rule does not refuse the call, or the last step keeps the rule, although only just
};

// An example of a refusal: a call, the host, and the calls before it, which succeed.
struct RuleExample {
  const Rule* rule = nullptr;
  Side side = Side::beyond;
  Host host;
  std::vector<Operation> before;
  Operation call;
};

// At least one example on each side of the boundary of every refusal.
[[nodiscard]] std::vector<RuleExample> examples();

// An example of an effect. The script of the trace names the rule.
struct EffectExample {
  const Rule* rule = nullptr;
  Side side = Side::beyond;
  Trace trace;
};

// At least one example on each side of every effect.
[[nodiscard]] std::vector<EffectExample> effect_examples();

// The rows of the examples of refusals, each once.
template <class Row>
[[nodiscard]] const std::vector<Row>& example_rows();

// Gives `row` the members in which an example differs from the row that no rule refuses, except for the
// names of the link, which belong to the host of the example.
template <class Row>
void take_members(const Row& example, Row& row);

}  // namespace netioconf::oracle::rules
