#include <array>

#include "conformance/search/properties/relations/comparison.h"
#include "oracle/model/fields.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::Call;

void scramble(oracle::Role role, std::uint8_t& value) {
  if (role == oracle::Role::flag) value ^= 1;
}
void scramble(oracle::Role role, std::uint32_t& value) {
  value ^= role == oracle::Role::origin ? 3 : 0x12345;
}
template <std::size_t size>
void scramble(oracle::Role, std::array<std::uint8_t, size>& padding) {
  for (std::uint8_t& octet : padding) octet ^= 0xa5;
}
template <class Other>
void scramble(oracle::Role, Other&) {}

// The row names an entry, so that the call fills or ignores everything but the key.
bool names_an_entry(Call call) {
  return call == Call::get_route || call == Call::delete_route || call == Call::get_link;
}

bool is_ignored(Call call, oracle::Role role) {
  using enum oracle::Role;
  if (role == age || role == origin || role == scope_id || role == padding) return true;
  return names_an_entry(call) && (role == metric || role == protocol || role == flag);
}

// Changes the members that a call ignores.
void scramble(oracle::Operation& operation) {
  const Call call = oracle::call_of(operation);
  if (call == Call::initialize_route) return;
  std::visit(
      [call](auto& arguments) {
        if constexpr (requires { arguments.row->luid; }) {
          if (!arguments.row) return;
          oracle::for_each_field(*arguments.row, [call](const auto& field, auto& member) {
            if (is_ignored(call, field.role)) scramble(field.role, member);
          });
        }
      },
      operation);
}

std::string_view rule_about(Call call) {
  if (call == Call::create_anycast || call == Call::get_anycast || call == Call::anycast_table)
    return "anycast.scope-id";
  return call == Call::get_link ? "link-metric.metric" : "route.origin";
}

}  // namespace

std::optional<Broken> ignored_members(const oracle::Script& script, const Observe& observe) {
  if (!is_steady(script)) return std::nullopt;
  const oracle::Script whole = with_a_last_look(script);
  oracle::Script scrambled = whole;
  for (oracle::Operation& operation : scrambled.operations) scramble(operation);
  if (scrambled == whole) return std::nullopt;
  const oracle::Trace& as_is = observe(whole);
  const oracle::Trace& otherwise = observe(scrambled);
  if (!is_steady(as_is) || !is_steady(otherwise)) return std::nullopt;
  auto broken = first_difference(as_is, own_steps(as_is), otherwise, own_steps(otherwise),
                                 left_to_the_stack(script));
  if (!broken) return std::nullopt;
  broken->observation = 1;
  broken->rule = rule_about(oracle::call_of(otherwise.steps[broken->step].operation));
  return broken;
}

}  // namespace netioconf::conformance::search::properties::relations
