#include "conformance/search/properties/relations/comparison.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

// Kept tables and registrations are counted whether they failed or not, so those calls stay.
bool may_be_left_out(const oracle::Step& step) {
  if (step.reply.ending != oracle::Ending::returned || succeeded(step.reply)) return false;
  const auto* table = std::get_if<oracle::TableCall>(&step.operation);
  return !(table != nullptr && table->keep) &&
         !std::holds_alternative<oracle::NotifyCall>(step.operation);
}

}  // namespace

std::optional<Broken> refused_calls(const oracle::Script& script, const Observe& observe) {
  if (!is_steady(script)) return std::nullopt;
  const oracle::Script whole = with_a_last_look(script);
  const oracle::Trace& as_is = observe(whole);
  if (!is_steady(as_is)) return std::nullopt;
  oracle::Script shorter = whole;
  shorter.operations.clear();
  std::vector<std::size_t> others;
  std::size_t position = 0;
  for (const std::size_t step : own_steps(as_is)) {
    const bool last_look = position++ >= script.operations.size();
    if (!last_look && may_be_left_out(as_is.steps[step])) continue;
    others.push_back(step);
    shorter.operations.push_back(as_is.steps[step].operation);
  }
  if (others.size() == whole.operations.size()) return std::nullopt;
  const oracle::Trace& without = observe(shorter);
  if (!is_steady(without)) return std::nullopt;
  auto broken = first_difference(without, own_steps(without), as_is, others, left_to_the_stack(script));
  if (broken) broken->rule = "route.unchanged-on-failure";
  return broken;
}

}  // namespace netioconf::conformance::search::properties::relations
