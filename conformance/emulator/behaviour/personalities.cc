#include "conformance/emulator/behaviour/personalities.h"

#include "conformance/emulator/behaviour/checks.h"
#include "conformance/emulator/behaviour/effects.h"
#include "conformance/emulator/behaviour/readings.h"
#include "conformance/emulator/behaviour/sources.h"

namespace netioconf::conformance::emulator::inline behaviour {
namespace {

constexpr Behaviour most_common = {
    .null_argument = checks::null_argument,
    .family = checks::family,
    .destination_length = checks::destination_length,
    .host_bits = checks::host_bits,
    .next_hop = checks::next_hop,
    .values = checks::values,
    .anycast_address = checks::anycast_address,
    .table_family = checks::table_family,
    .link_named = checks::link_named,
    .find_link = checks::find_link,
    .link_unknown = checks::link_unknown,
    .link_routes = checks::link_routes,
    .stack = checks::stack,
    .link_family = checks::link_family,
    .route_key = effects::route_key,
    .key_of_own_next_hop = effects::key_of_own_next_hop,
    .find_route = effects::find_route,
    .has_wildcards = effects::has_wildcards,
    .route_duplicate = checks::route_duplicate,
    .anycast_key = effects::anycast_key,
    .find_anycast = effects::find_anycast,
    .anycast_own_unicast = checks::anycast_own_unicast,
    .anycast_duplicate = checks::anycast_duplicate,
    .missing = checks::missing,
    .route_answer = effects::route_answer,
    .anycast_answer = effects::anycast_answer,
    .best_route_answer = effects::best_route_answer,
    .commits = effects::commits,
    .new_route = effects::new_route,
    .set_route = effects::set_route,
    .new_anycast = effects::new_anycast,
    .after_route = effects::after_route,
    .after_anycast = effects::after_anycast,
    .after_free = effects::after_free,
    .route_argument = effects::route_argument,
    .anycast_argument = effects::anycast_argument,
    .ends_at = effects::ends_at,
    .read_route = effects::read_route,
    .age = effects::age,
    .changed_by_get = effects::changed_by_get,
    .lifetimes = effects::lifetimes,
    .read_anycast = effects::read_anycast,
    .read_link = effects::read_link,
    .listed = effects::listed,
    .route_rows = effects::route_rows,
    .anycast_rows = effects::anycast_rows,
    .empty_table = checks::empty_table,
    .table_head = effects::table_head,
    .beside_row = effects::beside_row,
    .initialize = effects::initialize,
    .covering = effects::covering,
    .complete_metric = effects::complete_metric,
    .searches = effects::searches,
    .eligible = effects::eligible,
    .better = effects::better,
    .null_best_source = effects::null_best_source,
    .source = sources::source,
    .sends_from = sources::strong_host,
    .best_source = sources::best_source,
    .announce = effects::announce,
    .listens = effects::listens,
    .announced_row = effects::announced_row,
    .announced_context = effects::announced_context,
    .initial = effects::initial,
    .shown_handle = effects::shown_handle,
    .cancels = effects::cancels,
    .empty = effects::empty,
    .set_up = effects::set_up,
    .removes_registrations = effects::removes_registrations,
    .number = effects::number,
};

}  // namespace

Behaviour common() { return most_common; }

Behaviour literal() {
  Behaviour behaviour = common();
  behaviour.host_bits = readings::host_bits_pass;
  behaviour.next_hop = readings::next_hop_of_either_family;
  behaviour.values = readings::values_of_get_too;
  behaviour.anycast_address = readings::anycast_within_classes_a_to_c;
  behaviour.link_named = readings::link_named_always;
  behaviour.link_family = readings::link_family_not_supported;
  behaviour.route_key = readings::key_without_next_hop;
  behaviour.find_route = readings::find_by_prefix_then_next_hop;
  behaviour.new_route = readings::new_route_with_given_next_hop;
  behaviour.complete_metric = readings::metric_sum_of_any_offset;
  behaviour.eligible = readings::eligible_always;
  behaviour.shown_handle = readings::handle_untouched_on_failure;
  behaviour.number = readings::number_with_printed_duplicate;
  behaviour.anycast_own_unicast = readings::own_unicast_is_a_duplicate;
  return behaviour;
}

Behaviour windows() {
  Behaviour behaviour = common();
  behaviour.next_hop = readings::next_hop_or_none;
  behaviour.link_named = readings::link_named_or_file_not_found;
  behaviour.link_unknown = readings::link_unknown_of_programs;
  behaviour.stack = readings::stack_not_found;
  behaviour.key_of_own_next_hop = readings::key_on_link_when_created;
  behaviour.has_wildcards = readings::wildcards_of_get;
  behaviour.missing = readings::missing_best_route_is_unreachable;
  behaviour.new_route = readings::new_route_with_defaults;
  behaviour.set_route = readings::set_route_with_defaults;
  behaviour.read_route = readings::read_scope_of_next_hop;
  behaviour.empty_table = readings::empty_table_succeeds;
  behaviour.eligible = readings::eligible_if_connected;
  behaviour.null_best_source = readings::null_best_source_accepted;
  behaviour.source = sources::source_on_connected_link;
  behaviour.announced_row = readings::announced_keys;
  behaviour.initial = readings::initial_for_each_family;
  behaviour.number = readings::number_of_win32;
  return behaviour;
}

Behaviour lenient() {
  Behaviour behaviour = common();
  behaviour.host_bits = readings::host_bits_pass;
  behaviour.next_hop = readings::next_hop_of_either_family;
  behaviour.values = readings::values_of_set_too;
  behaviour.anycast_address = readings::anycast_beyond_this_host;
  behaviour.link_family = readings::link_family_not_supported;
  behaviour.route_key = readings::key_with_masked_prefix;
  behaviour.key_of_own_next_hop = readings::key_on_link;
  behaviour.missing = readings::missing_is_an_invalid_parameter;
  behaviour.new_route = readings::new_route_with_given_next_hop;
  behaviour.ends_at = readings::ends_with_its_lifetime_unless_immortal;
  behaviour.read_route = readings::read_complete_metric;
  behaviour.lifetimes = readings::lifetimes_left;
  behaviour.complete_metric = readings::metric_sum_up_to_32_bits;
  behaviour.eligible = readings::eligible_if_connected;
  behaviour.sends_from = sources::weak_host;
  behaviour.initial = readings::initial_for_each_route;
  behaviour.announce = readings::announce_what_differs;
  behaviour.number = readings::number_of_win32;
  behaviour.anycast_own_unicast = readings::own_unicast_is_invalid;
  return behaviour;
}

std::optional<Behaviour> personality(std::string_view name) {
  if (name == "common") return common();
  if (name == "literal") return literal();
  if (name == "windows") return windows();
  if (name == "lenient") return lenient();
  return std::nullopt;
}

}  // namespace netioconf::conformance::emulator::inline behaviour
