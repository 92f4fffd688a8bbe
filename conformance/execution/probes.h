#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

enum class Role : std::uint8_t {
  initial,  // what is in the tables before the script
  scripted,
  probe,  // what is in the tables behind a scripted step
};

struct PlannedStep {
  oracle::Operation operation;
  Role role = Role::scripted;

  friend bool operator==(const PlannedStep&, const PlannedStep&) = default;
};

using Has = std::function<bool(oracle::Call)>;

enum class TablesBefore : std::uint8_t { empty, unknown };

// Puts a look at its table behind each operation that can change one, unless the script itself looks
// there next; one at the other table before that, if the script has changed it; and one in front of all
// if nobody knows what is in them. What the implementation does not have is not looked at.
[[nodiscard]] std::vector<PlannedStep> plan(const std::vector<oracle::Operation>& script,
                                            TablesBefore before, const Has& has);

}  // namespace netioconf::conformance
