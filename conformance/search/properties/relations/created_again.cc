#include <algorithm>

#include "conformance/search/properties/relations/comparison.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::Operation;
using oracle::Step;

// The delete of the entry that a step created; nullopt if it created no entry or one that is not plain.
// An implementation may accept a NULL row.
std::optional<Operation> undone(const Step& step, const oracle::Host& host) {
  if (!succeeded(step.reply)) return std::nullopt;
  const auto undo = [&host](const auto& call) -> std::optional<Operation> {
    if constexpr (requires { is_plain(*call.row, host); }) {
      if (!oracle::creates(call.call) || !call.row || !is_plain(*call.row, host)) return std::nullopt;
      using Row = typename decltype(call.row)::value_type;
      return std::remove_cvref_t<decltype(call)>{.call = oracle::delete_call<Row>, .row = call.row};
    } else {
      return std::nullopt;
    }
  };
  return std::visit(undo, step.operation);
}

// A script that does some steps twice, and the positions of the original steps in it.
struct Variant {
  oracle::Script script;
  std::vector<std::size_t> originals;
  std::vector<std::size_t> added;
};

Variant with_detours(const oracle::Script& script, const oracle::Trace& trace) {
  Variant variant{.script = script};
  variant.script.operations.clear();
  std::vector<Operation>& operations = variant.script.operations;
  for (const std::size_t position : own_steps(trace)) {
    const Step& step = trace.steps[position];
    variant.originals.push_back(operations.size());
    operations.push_back(step.operation);
    const std::optional<Operation> undo = undone(step, script.host);
    if (!undo) continue;
    variant.added.push_back(operations.size());
    operations.push_back(*undo);
    variant.added.push_back(operations.size());
    operations.push_back(step.operation);
  }
  return variant;
}

std::vector<std::size_t> steps_at(const std::vector<std::size_t>& own,
                                  const std::vector<std::size_t>& positions) {
  std::vector<std::size_t> steps;
  for (const std::size_t position : positions) steps.push_back(own[position]);
  return steps;
}

bool any_is_unavailable(const oracle::Trace& trace, const std::vector<std::size_t>& steps) {
  return std::ranges::any_of(steps, [&](std::size_t step) {
    return trace.steps[step].reply.ending == oracle::Ending::unavailable;
  });
}

// An entry that was created can be deleted and created again.
std::optional<Broken> failed_detour(const oracle::Trace& trace, const std::vector<std::size_t>& added) {
  for (const std::size_t step : added) {
    const Step& made = trace.steps[step];
    if (succeeded(made.reply)) continue;
    const bool of_route = std::holds_alternative<oracle::RouteCall>(made.operation);
    return Broken{.rule = of_route ? "route-delete.takes-effect" : "anycast-delete.takes-effect",
                  .observation = 1,
                  .step = step,
                  .member = "the status",
                  .allowed = "success",
                  .observed = "failure"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Broken> created_again(const oracle::Script& script, const Observe& observe) {
  if (!is_steady(script)) return std::nullopt;
  const oracle::Script whole = with_a_last_look(script);
  const oracle::Trace& as_is = observe(whole);
  if (!is_steady(as_is)) return std::nullopt;
  const Variant variant = with_detours(whole, as_is);
  if (variant.added.empty()) return std::nullopt;
  const oracle::Trace& otherwise = observe(variant.script);
  if (!is_steady(otherwise)) return std::nullopt;
  const std::vector<std::size_t> own = own_steps(otherwise);
  if (own.size() != variant.script.operations.size()) return std::nullopt;
  const std::vector<std::size_t> detours = steps_at(own, variant.added);
  if (any_is_unavailable(otherwise, detours)) return std::nullopt;
  if (auto broken = failed_detour(otherwise, detours)) return broken;
  auto broken = first_difference(as_is, own_steps(as_is), otherwise, steps_at(own, variant.originals),
                                 left_to_the_stack(script));
  if (broken) broken->observation = 1;
  return broken;
}

}  // namespace netioconf::conformance::search::properties::relations
