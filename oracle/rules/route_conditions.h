#pragma once

#include "oracle/rules/route_situation.h"

// When a route's row is not as the documents demand. Each condition is the left side of a rule.
namespace netioconf::oracle::route {

[[nodiscard]] bool row_is_null(const RouteSituation& situation);

[[nodiscard]] bool destination_is_unspecified(const RouteSituation& situation);
// As above, unless Get takes a row without a destination for any route of the link.
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
// The page of Set alone has no line for a machine without the family's stack, where no link can have
// such a route. So Set may say either that there is none or that such routes are not supported.
[[nodiscard]] bool set_lacks_a_stack(const RouteSituation& situation);
// As above, or the whole machine lacks it.
[[nodiscard]] bool no_such_stack_on_link(const RouteSituation& situation);
// A key that Create may refuse, and that is therefore the key of no route.
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
// Get is called without a prefix or next hop, by an implementation that then takes the first route it
// finds.
[[nodiscard]] bool takes_any_route(const RouteSituation& situation);
[[nodiscard]] bool no_route_matches(const RouteSituation& situation);

}  // namespace netioconf::oracle::route
