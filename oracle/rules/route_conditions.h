#pragma once

#include "oracle/rules/route_situation.h"

// The conditions of the rules about calls with a route row.
namespace netioconf::oracle::rules::route {

[[nodiscard]] bool row_is_null(const RouteSituation& situation);

[[nodiscard]] bool destination_is_unspecified(const RouteSituation& situation);
// As above, unless Get accepts a row without a destination as a match for any route of the link.
[[nodiscard]] bool destination_is_left_out(const RouteSituation& situation);
[[nodiscard]] bool destination_family_is_unknown(const RouteSituation& situation);
[[nodiscard]] bool destination_is_too_long(const RouteSituation& situation);
[[nodiscard]] bool destination_has_host_bits(const RouteSituation& situation);
[[nodiscard]] bool lookup_refuses_host_bits(const RouteSituation& situation);
[[nodiscard]] bool destination_class_is_refused(const RouteSituation& situation);

[[nodiscard]] bool next_hop_is_unspecified(const RouteSituation& situation);
[[nodiscard]] bool next_hop_is_left_out(const RouteSituation& situation);
[[nodiscard]] bool next_hop_family_is_unknown(const RouteSituation& situation);
[[nodiscard]] bool next_hop_is_of_the_other_family(const RouteSituation& situation);
[[nodiscard]] bool next_hop_class_is_refused(const RouteSituation& situation);
[[nodiscard]] bool next_hop_is_given_on_loopback(const RouteSituation& situation);
[[nodiscard]] bool stray_bytes_are_refused(const RouteSituation& situation);

[[nodiscard]] bool link_is_unspecified(const RouteSituation& situation);
[[nodiscard]] bool link_is_unknown(const RouteSituation& situation);
[[nodiscard]] bool link_has_no_routes(const RouteSituation& situation);
[[nodiscard]] bool machine_lacks_family(const RouteSituation& situation);
[[nodiscard]] bool link_lacks_family(const RouteSituation& situation);
// Only the page of Set has no line for a machine without a stack for the family. No link of such a
// machine can have such a route, so Set may return not found or not supported.
[[nodiscard]] bool set_lacks_a_stack(const RouteSituation& situation);
// The link has no stack for the family, or the machine has none and the call is not Set.
[[nodiscard]] bool no_such_stack_on_link(const RouteSituation& situation);
// A key that Create may refuse, so that possibly no route can have it.
[[nodiscard]] bool key_is_unusual(const RouteSituation& situation);

[[nodiscard]] bool preferred_lifetime_exceeds_valid_lifetime(const RouteSituation& situation);
[[nodiscard]] bool valid_lifetime_is_zero(const RouteSituation& situation);
[[nodiscard]] bool site_prefix_exceeds_prefix(const RouteSituation& situation);
[[nodiscard]] bool site_prefix_is_255(const RouteSituation& situation);
[[nodiscard]] bool set_refuses_lifetimes(const RouteSituation& situation);
[[nodiscard]] bool set_refuses_site_prefix(const RouteSituation& situation);
[[nodiscard]] bool set_refuses_site_prefix_255(const RouteSituation& situation);
[[nodiscard]] bool get_refuses_lifetimes(const RouteSituation& situation);
[[nodiscard]] bool get_refuses_site_prefix(const RouteSituation& situation);
[[nodiscard]] bool get_refuses_site_prefix_255(const RouteSituation& situation);

[[nodiscard]] bool route_already_exists(const RouteSituation& situation);
[[nodiscard]] bool destination_is_already_routed(const RouteSituation& situation);
// Get is called without a prefix or next hop, and the implementation returns the first route that
// matches the rest.
[[nodiscard]] bool takes_any_route(const RouteSituation& situation);
[[nodiscard]] bool no_route_matches(const RouteSituation& situation);

}  // namespace netioconf::oracle::rules::route
