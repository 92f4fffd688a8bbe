#include "conformance/search/properties/relations/comparison.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::Call;

// Changes the members that a call ignores: Age, Origin, ScopeId and padding, the members that the call
// fills in, and the members that are not part of the key where the row only names an entry.
struct Scrambler {
  void operator()(oracle::RouteCall& call) const {
    if (!call.row || call.call == Call::initialize_route) return;
    oracle::RouteRow& row = *call.row;
    row.age_s ^= 0x00012345;
    row.origin ^= 3;
    for (std::uint8_t& octet : row.padding) octet ^= 0xa5;
    for (std::uint8_t& octet : row.destination.padding) octet ^= 0x5a;
    if (call.call != Call::get_route && call.call != Call::delete_route) return;
    row.metric ^= 0x101;
    row.protocol ^= 1;
    row.publish ^= 1;
    row.immortal ^= 1;
  }
  void operator()(oracle::AnycastCall& call) const {
    if (!call.row) return;
    call.row->scope_id ^= 0x00012345;
    for (std::uint8_t& octet : call.row->padding) octet ^= 0xa5;
  }
  void operator()(oracle::LinkCall& call) const {
    if (call.row) call.row->metric ^= 0x101;
  }
  template <class Other>
  void operator()(Other&) const {}
};

std::string_view rule_of(Call call) {
  if (call == Call::create_anycast || call == Call::get_anycast || call == Call::anycast_table)
    return "anycast.scope-id";
  return call == Call::get_link ? "link-metric.metric" : "route.origin";
}

}  // namespace

std::optional<Broken> ignored_members(const oracle::Script& script, const Observe& observe) {
  if (!is_steady(script)) return std::nullopt;
  const oracle::Script whole = with_a_last_look(script);
  oracle::Script scrambled = whole;
  for (oracle::Operation& operation : scrambled.operations) std::visit(Scrambler{}, operation);
  if (scrambled == whole) return std::nullopt;
  const oracle::Trace& as_is = observe(whole);
  const oracle::Trace& otherwise = observe(scrambled);
  if (!is_steady(as_is) || !is_steady(otherwise)) return std::nullopt;
  auto broken = first_difference(as_is, own_steps(as_is), otherwise, own_steps(otherwise),
                                 left_to_the_stack(script));
  if (!broken) return std::nullopt;
  broken->observation = 1;
  broken->rule = rule_of(oracle::call_of(otherwise.steps[broken->step].operation));
  return broken;
}

}  // namespace netioconf::conformance::search::properties::relations
