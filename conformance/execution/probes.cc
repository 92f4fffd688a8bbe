#include "conformance/execution/probes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "oracle/model/calls.h"

namespace netioconf::conformance::execution {
namespace {

using oracle::Call;
using oracle::Operation;

// Decides after which changes a table is read.
class ProbeSchedule {
 public:
  [[nodiscard]] bool is_due_after_change() {
    ++changes_;
    if (changes_ > each_up_to_ && changes_ < next_) return false;
    next_ = changes_ + changes_ / 8;
    return true;
  }

 private:
  static constexpr std::size_t each_up_to_ = 64;
  std::size_t changes_ = 0;
  std::size_t next_ = 0;
};

std::size_t position_of(Call call) { return static_cast<std::size_t>(call); }

bool changes_a_table(const Operation& operation) {
  return oracle::table_changed_by(oracle::call_of(operation)).has_value();
}

}  // namespace

std::vector<PlannedStep> insert_probes(const std::vector<Operation>& script, TablesBefore before,
                                       const Has& has) {
  std::vector<PlannedStep> steps;
  steps.reserve(2 * script.size() + 2);
  if (before == TablesBefore::unknown) {
    for (const oracle::CallInfo& info : oracle::call_table) {
      if (!oracle::returns_table(info.call) || !has(info.call)) continue;
      steps.push_back({oracle::TableCall{.call = info.call}, Role::initial});
    }
  }
  const auto last_change = std::find_if(script.rbegin(), script.rend(), changes_a_table);
  std::array<bool, oracle::call_count> changed{};  // by the call that returns the table
  ProbeSchedule schedule;
  for (std::size_t position = 0; position < script.size(); ++position) {
    steps.push_back({script[position], Role::scripted});
    const Call call = oracle::call_of(script[position]);
    const std::optional<Call> table = oracle::table_changed_by(call);
    if (!table || !has(call)) continue;
    const bool due = schedule.is_due_after_change() || &script[position] == &*last_change;
    if (!due) {
      if (has(*table)) changed[position_of(*table)] = true;
      continue;
    }
    for (const oracle::CallInfo& info : oracle::call_table) {
      if (info.call != *table && changed[position_of(info.call)])
        steps.push_back({oracle::TableCall{.call = info.call}, Role::probe});
    }
    if (!has(*table)) continue;
    changed[position_of(*table)] = true;
    const Operation probe = oracle::TableCall{.call = *table};
    const bool script_looks = position + 1 < script.size() && script[position + 1] == probe;
    if (!script_looks) steps.push_back({probe, Role::probe});
  }
  return steps;
}

}  // namespace netioconf::conformance::execution
