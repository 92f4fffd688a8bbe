#pragma once

#include <vector>

#include "oracle/model/host.h"
#include "oracle/model/operation.h"
#include "oracle/model/rule.h"

namespace netioconf::oracle::rules {

enum class Side : std::uint8_t {
  beyond,  // the rule refuses the call
  within,  // the rule does not refuse the call, although it nearly does
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

// The rows of those examples, each once.
[[nodiscard]] const std::vector<RouteRow>& example_routes();
[[nodiscard]] const std::vector<AnycastRow>& example_anycasts();

// Gives `row` the members in which an example differs from the row that no rule refuses, except for the
// names of the link, which belong to the host of the example.
void take_members(const RouteRow& example, RouteRow& row);
void take_members(const AnycastRow& example, AnycastRow& row);

}  // namespace netioconf::oracle::rules
