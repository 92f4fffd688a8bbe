#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance::execution {

enum class Role : std::uint8_t {
  initial,  // reads a table before the script
  scripted,
  probe,  // reads a table after a scripted step
};

struct PlannedStep {
  oracle::Operation operation;
  Role role = Role::scripted;

  friend bool operator==(const PlannedStep&, const PlannedStep&) = default;
};

using Has = std::function<bool(oracle::Call)>;

enum class TablesBefore : std::uint8_t { empty, unknown };

// Inserts a read of its table after each operation that can change one, unless the script itself reads
// that table next. Before that it inserts a read of the other table if the script has changed that.
// After 64 changes the reads come at growing distances, and after the last change, so that a script
// takes time in proportion to its length. If the content of the tables is unknown, it inserts a read of
// both at the start. It leaves out reads for which the implementation has no function.
[[nodiscard]] std::vector<PlannedStep> insert_probes(const std::vector<oracle::Operation>& script,
                                                     TablesBefore before, const Has& has);

}  // namespace netioconf::conformance::execution
