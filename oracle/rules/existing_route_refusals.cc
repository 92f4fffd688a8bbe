#include "oracle/rules/route_refusals.h"

// The pages name no status for a key that matches no route. If such a row is also wrong for another
// reason, either status is allowed.
namespace netioconf::oracle::rules {
namespace {

using promised::entry_is_missing;
using promised::families_differ;
using promised::invalid_parameter;
using promised::no_link_named;
using promised::not_found;
using promised::not_supported;
using promised::stack_is_missing;

constexpr Call sets = Call::set_route;
constexpr std::array set_refusals = {
    Refusal<RouteSituation>{
        refusal_rule("route-set.null-row", sets, Citation{"SetIpForwardEntry2", "Return value"},
                     "a NULL row is refused"),
        route::row_is_null, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-set.destination-unspecified", sets,
                                         Citation{"SetIpForwardEntry2", "Return value"},
                                         "a destination of family 0 is refused"),
                            route::destination_is_unspecified, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.destination-family", sets, Citation{"SetIpForwardEntry2", "Remarks"},
                     "a destination that is neither IPv4 nor IPv6 is refused"),
        route::destination_family_is_unknown, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.destination-length", sets, Citation{"IP_ADDRESS_PREFIX", "Members"},
                     "a prefix longer than an address is refused"),
        route::destination_is_too_long, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.destination-host-bits", sets, Citation{"SetIpForwardEntry2", "Remarks"},
                     "a destination with non-zero host bits is not a valid prefix",
                     "host-bits-in-lookups"),
        route::lookup_refuses_host_bits, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-set.next-hop-unspecified", sets,
                                         Citation{"SetIpForwardEntry2", "Return value"},
                                         "a next hop of family 0 is refused", "next-hop-of-family-0"),
                            route::next_hop_is_unspecified, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.next-hop-family", sets, Citation{"SetIpForwardEntry2", "Remarks"},
                     "a next hop that is neither IPv4 nor IPv6 is refused"),
        route::next_hop_family_is_unknown, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.stray-bytes", sets, Citation{"SetIpForwardEntry2", "Remarks"},
                     "an address with non-zero bytes outside the IP address is not valid",
                     "stray-bytes"),
        route::stray_bytes_are_refused, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.link-unspecified", sets, Citation{"SetIpForwardEntry2", "Return value"},
                     "a row with neither LUID nor index is refused", "neither-luid-nor-index"),
        route::link_is_unspecified, no_link_named, readings::ReadingId::neither_luid_nor_index},
    Refusal<RouteSituation>{
        refusal_rule("route-set.link-known", sets, Citation{"SetIpForwardEntry2", "Return value"},
                     "a link that does not exist is not found"),
        route::link_is_unknown, not_found},
    Refusal<RouteSituation>{
        refusal_rule("route-set.lifetimes", sets, Citation{"CreateIpForwardEntry2", "Return value"},
                     "a preferred lifetime above the valid one is refused", "set-of-illegal-values"),
        route::set_refuses_lifetimes, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.site-prefix", sets, Citation{"CreateIpForwardEntry2", "Return value"},
                     "a site prefix longer than the prefix is refused", "set-of-illegal-values"),
        route::set_refuses_site_prefix, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.site-prefix-255", sets,
                     Citation{"CreateIpForwardEntry2", "Return value"},
                     "a site prefix of 255 is longer than any prefix", "set-of-illegal-values"),
        route::set_refuses_site_prefix_255, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-set.valid-lifetime-0", sets, Citation{"MIB_IPFORWARD_ROW2", "Members"},
                     "a valid lifetime of 0 is refused", "valid-lifetime-0"),
        route::valid_lifetime_is_zero, invalid_parameter, readings::ReadingId::valid_lifetime_0,
        only(readings::Permission::refused)},
    Refusal<RouteSituation>{
        refusal_rule("route-set.missing", sets, Citation{"SetIpForwardEntry2", "Remarks"},
                     "destination and next hop must match a route of the link", "missing-entry"),
        route::no_route_matches, entry_is_missing, readings::ReadingId::missing_entry},
    Refusal<RouteSituation>{
        refusal_rule("route-set.link-routes", sets, Citation{"CreateIpForwardEntry2", "Return value"},
                     "a route on a link that does not support routes is not supported"),
        route::link_has_no_routes, not_supported},
    Refusal<RouteSituation>{
        refusal_rule("route-set.link-stack", sets, Citation{"CreateIpForwardEntry2", "Return value"},
                     "a link without a stack for the destination's family has no such route",
                     "link-without-that-family"),
        route::no_such_stack_on_link, stack_is_missing, readings::ReadingId::link_without_that_family},
    Refusal<RouteSituation>{
        refusal_rule("route-set.next-hop-other-family", sets, Citation{"SetIpForwardEntry2", "Remarks"},
                     "a next hop whose family differs from the destination's is not valid",
                     "family-mismatch"),
        route::next_hop_is_of_the_other_family, families_differ, readings::ReadingId::family_mismatch,
        only(readings::FamilyMismatch::refused) | only(readings::FamilyMismatch::not_supported)},
    Refusal<RouteSituation>{
        refusal_rule("route-set.unusual-key", sets, Citation{"SetIpForwardEntry2", "Remarks"},
                     "a key that no route can have is refused"),
        route::key_is_unusual, invalid_parameter},
};

constexpr Call gets = Call::get_route;
constexpr std::array get_refusals = {
    Refusal<RouteSituation>{
        refusal_rule("route-get.null-row", gets, Citation{"GetIpForwardEntry2", "Return value"},
                     "a NULL row is refused"),
        route::row_is_null, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-get.destination-unspecified", gets,
                                         Citation{"GetIpForwardEntry2", "Return value"},
                                         "a destination of family 0 is refused", "get-wildcard"),
                            route::destination_is_left_out, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.destination-family", gets, Citation{"GetIpForwardEntry2", "Remarks"},
                     "a destination that is neither IPv4 nor IPv6 is refused"),
        route::destination_family_is_unknown, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.destination-length", gets, Citation{"IP_ADDRESS_PREFIX", "Members"},
                     "a prefix longer than an address is refused"),
        route::destination_is_too_long, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.destination-host-bits", gets, Citation{"GetIpForwardEntry2", "Remarks"},
                     "a destination with non-zero host bits is not a valid prefix",
                     "host-bits-in-lookups"),
        route::lookup_refuses_host_bits, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-get.next-hop-unspecified", gets,
                                         Citation{"GetIpForwardEntry2", "Return value"},
                                         "a next hop of family 0 is refused", "get-wildcard"),
                            route::next_hop_is_left_out, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.next-hop-family", gets, Citation{"GetIpForwardEntry2", "Remarks"},
                     "a next hop that is neither IPv4 nor IPv6 is refused"),
        route::next_hop_family_is_unknown, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.stray-bytes", gets, Citation{"GetIpForwardEntry2", "Remarks"},
                     "an address with non-zero bytes outside the IP address is not valid",
                     "stray-bytes"),
        route::stray_bytes_are_refused, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.link-unspecified", gets, Citation{"GetIpForwardEntry2", "Return value"},
                     "a row with neither LUID nor index is refused", "neither-luid-nor-index"),
        route::link_is_unspecified, no_link_named, readings::ReadingId::neither_luid_nor_index},
    Refusal<RouteSituation>{
        refusal_rule("route-get.link-known", gets, Citation{"GetIpForwardEntry2", "Return value"},
                     "a link that does not exist is not found"),
        route::link_is_unknown, not_found},
    Refusal<RouteSituation>{
        refusal_rule("route-get.lifetimes", gets, Citation{"GetIpForwardEntry2", "Return value"},
                     "a preferred lifetime above the valid one is refused", "get-validates-outputs"),
        route::get_refuses_lifetimes, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.site-prefix", gets, Citation{"GetIpForwardEntry2", "Return value"},
                     "a site prefix longer than the prefix is refused", "get-validates-outputs"),
        route::get_refuses_site_prefix, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.site-prefix-255", gets, Citation{"GetIpForwardEntry2", "Return value"},
                     "a site prefix of 255 is longer than any prefix", "get-validates-outputs"),
        route::get_refuses_site_prefix_255, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.missing", gets, Citation{"GetIpForwardEntry2", "Return value"},
                     "a route that the link does not have cannot be retrieved", "missing-entry"),
        route::no_route_matches, entry_is_missing, readings::ReadingId::missing_entry},
    Refusal<RouteSituation>{
        refusal_rule("route-get.link-routes", gets, Citation{"CreateIpForwardEntry2", "Return value"},
                     "a route on a link that does not support routes is not supported"),
        route::link_has_no_routes, not_supported},
    Refusal<RouteSituation>{
        refusal_rule("route-get.link-stack", gets, Citation{"CreateIpForwardEntry2", "Return value"},
                     "a link without a stack for the destination's family has no such route",
                     "link-without-that-family"),
        route::no_such_stack_on_link, stack_is_missing, readings::ReadingId::link_without_that_family},
    Refusal<RouteSituation>{
        refusal_rule("route-get.next-hop-other-family", gets, Citation{"GetIpForwardEntry2", "Remarks"},
                     "a next hop whose family differs from the destination's is not valid",
                     "family-mismatch"),
        route::next_hop_is_of_the_other_family, families_differ, readings::ReadingId::family_mismatch,
        only(readings::FamilyMismatch::refused) | only(readings::FamilyMismatch::not_supported)},
    Refusal<RouteSituation>{
        refusal_rule("route-get.unusual-key", gets, Citation{"GetIpForwardEntry2", "Remarks"},
                     "a key that no route can have is refused"),
        route::key_is_unusual, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-get.stack", gets, Citation{"GetIpForwardEntry2", "Return value"},
                     "a family without a stack on the machine is not supported",
                     "no-stack-on-the-machine"),
        route::machine_lacks_family, stack_is_missing, readings::ReadingId::no_stack_on_the_machine},
};

constexpr Call deletes = Call::delete_route;
constexpr std::array delete_refusals = {
    Refusal<RouteSituation>{
        refusal_rule("route-delete.null-row", deletes, Citation{"DeleteIpForwardEntry2", "Return value"},
                     "a NULL row is refused"),
        route::row_is_null, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-delete.destination-unspecified", deletes,
                                         Citation{"DeleteIpForwardEntry2", "Return value"},
                                         "a destination of family 0 is refused"),
                            route::destination_is_unspecified, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-delete.destination-family", deletes,
                                         Citation{"DeleteIpForwardEntry2", "Remarks"},
                                         "a destination that is neither IPv4 nor IPv6 is refused"),
                            route::destination_family_is_unknown, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-delete.destination-length", deletes,
                                         Citation{"IP_ADDRESS_PREFIX", "Members"},
                                         "a prefix longer than an address is refused"),
                            route::destination_is_too_long, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-delete.destination-host-bits", deletes,
                                         Citation{"DeleteIpForwardEntry2", "Remarks"},
                                         "a destination with non-zero host bits is not a valid prefix",
                                         "host-bits-in-lookups"),
                            route::lookup_refuses_host_bits, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-delete.next-hop-unspecified", deletes,
                                         Citation{"DeleteIpForwardEntry2", "Return value"},
                                         "a next hop of family 0 is refused", "next-hop-of-family-0"),
                            route::next_hop_is_unspecified, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route-delete.next-hop-family", deletes,
                                         Citation{"DeleteIpForwardEntry2", "Remarks"},
                                         "a next hop that is neither IPv4 nor IPv6 is refused"),
                            route::next_hop_family_is_unknown, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-delete.stray-bytes", deletes, Citation{"DeleteIpForwardEntry2", "Remarks"},
                     "an address with non-zero bytes outside the IP address is not valid",
                     "stray-bytes"),
        route::stray_bytes_are_refused, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-delete.link-unspecified", deletes,
                     Citation{"DeleteIpForwardEntry2", "Return value"},
                     "a row with neither LUID nor index is refused", "neither-luid-nor-index"),
        route::link_is_unspecified, no_link_named, readings::ReadingId::neither_luid_nor_index},
    Refusal<RouteSituation>{refusal_rule("route-delete.link-known", deletes,
                                         Citation{"DeleteIpForwardEntry2", "Return value"},
                                         "a link that does not exist is not found"),
                            route::link_is_unknown, not_found},
    Refusal<RouteSituation>{
        refusal_rule("route-delete.missing", deletes, Citation{"DeleteIpForwardEntry2", "Remarks"},
                     "destination and next hop must match a route of the link", "missing-entry"),
        route::no_route_matches, entry_is_missing, readings::ReadingId::missing_entry},
    Refusal<RouteSituation>{
        refusal_rule("route-delete.link-routes", deletes,
                     Citation{"CreateIpForwardEntry2", "Return value"},
                     "a route on a link that does not support routes is not supported"),
        route::link_has_no_routes, not_supported},
    Refusal<RouteSituation>{
        refusal_rule("route-delete.link-stack", deletes,
                     Citation{"CreateIpForwardEntry2", "Return value"},
                     "a link without a stack for the destination's family has no such route",
                     "link-without-that-family"),
        route::no_such_stack_on_link, stack_is_missing, readings::ReadingId::link_without_that_family},
    Refusal<RouteSituation>{
        refusal_rule(
            "route-delete.next-hop-other-family", deletes, Citation{"DeleteIpForwardEntry2", "Remarks"},
            "a next hop whose family differs from the destination's is not valid", "family-mismatch"),
        route::next_hop_is_of_the_other_family, families_differ, readings::ReadingId::family_mismatch,
        only(readings::FamilyMismatch::refused) | only(readings::FamilyMismatch::not_supported)},
    Refusal<RouteSituation>{
        refusal_rule("route-delete.unusual-key", deletes, Citation{"DeleteIpForwardEntry2", "Remarks"},
                     "a key that no route can have is refused"),
        route::key_is_unusual, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route-delete.stack", deletes, Citation{"DeleteIpForwardEntry2", "Return value"},
                     "a family without a stack on the machine is not supported",
                     "no-stack-on-the-machine"),
        route::machine_lacks_family, stack_is_missing, readings::ReadingId::no_stack_on_the_machine},
};

}  // namespace

std::span<const Refusal<RouteSituation>> set_route_refusals() { return set_refusals; }
std::span<const Refusal<RouteSituation>> get_route_refusals() { return get_refusals; }
std::span<const Refusal<RouteSituation>> delete_route_refusals() { return delete_refusals; }

std::span<const Refusal<RouteSituation>> route_refusals(Call call) {
  if (call == Call::create_route) return create_route_refusals();
  if (call == Call::set_route) return set_route_refusals();
  if (call == Call::get_route) return get_route_refusals();
  if (call == Call::delete_route) return delete_route_refusals();
  return {};
}

}  // namespace netioconf::oracle::rules
