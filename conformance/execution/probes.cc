#include "conformance/execution/probes.h"

#include <optional>
#include <set>

#include "oracle/model/calls.h"

namespace netioconf::conformance::execution {
namespace {

using oracle::Call;
using oracle::Operation;

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
  std::set<Call> changed;
  for (std::size_t position = 0; position < script.size(); ++position) {
    steps.push_back({script[position], Role::scripted});
    const Call call = oracle::call_of(script[position]);
    const std::optional<Call> table = oracle::table_changed_by(call);
    if (!table || !has(call)) continue;
    for (const Call other : changed) {
      if (other != *table) steps.push_back({oracle::TableCall{.call = other}, Role::probe});
    }
    if (!has(*table)) continue;
    changed.insert(*table);
    const Operation probe = oracle::TableCall{.call = *table};
    const bool script_looks = position + 1 < script.size() && script[position + 1] == probe;
    if (!script_looks) steps.push_back({probe, Role::probe});
  }
  return steps;
}

}  // namespace netioconf::conformance::execution
