#include "oracle/rules/route_refusals.h"

// The rules are in the order of the pages. The order has no influence.
namespace netioconf::oracle::rules {
namespace {

using promised::families_differ;
using promised::invalid_parameter;
using promised::no_link_named;
using promised::not_found;
using promised::not_supported;
using promised::object_already_exists;
using promised::stack_is_missing;

constexpr Citation create_returns{"CreateIpForwardEntry2", "Return value"};
constexpr Citation create_remarks{"CreateIpForwardEntry2", "Remarks"};
constexpr Citation prefix_members{"IP_ADDRESS_PREFIX", "Members"};

constexpr Call creates = Call::create_route;
constexpr std::array create_refusals = {
    Refusal<RouteSituation>{
        refusal_rule("route.null-row", creates, create_returns, "a NULL row is refused"),
        route::row_is_null, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route.destination-unspecified", creates, create_returns,
                                         "a destination of family 0 is refused"),
                            route::destination_is_unspecified, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route.destination-family", creates, create_remarks,
                                         "a destination that is neither IPv4 nor IPv6 is refused"),
                            route::destination_family_is_unknown, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route.destination-length", creates, prefix_members,
                                         "a prefix longer than an address is refused"),
                            route::destination_is_too_long, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route.destination-host-bits", creates, create_remarks,
                     "a destination with non-zero host bits is not a valid prefix", "host-bits"),
        route::destination_has_host_bits, invalid_parameter, readings::ReadingId::host_bits,
        only(readings::HostBits::refused)},
    Refusal<RouteSituation>{
        refusal_rule("route.destination-class", creates, create_remarks,
                     "addresses of some classes are not valid destinations", "destination-class"),
        route::destination_class_is_refused, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route.next-hop-unspecified", creates, create_returns,
                                         "a next hop of family 0 is refused", "next-hop-of-family-0"),
                            route::next_hop_is_unspecified, invalid_parameter},
    Refusal<RouteSituation>{refusal_rule("route.next-hop-family", creates, create_remarks,
                                         "a next hop that is neither IPv4 nor IPv6 is refused"),
                            route::next_hop_family_is_unknown, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route.next-hop-other-family", creates, create_remarks,
                     "a next hop whose family differs from the destination's is not valid",
                     "family-mismatch"),
        route::next_hop_is_of_the_other_family, families_differ, readings::ReadingId::family_mismatch,
        only(readings::FamilyMismatch::refused) | only(readings::FamilyMismatch::not_supported)},
    Refusal<RouteSituation>{
        refusal_rule("route.next-hop-class", creates, create_remarks,
                     "addresses of some classes are not valid next hops", "next-hop-class"),
        route::next_hop_class_is_refused, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route.next-hop-on-loopback", creates, Citation{"MIB_IPFORWARD_ROW2", "Members"},
                     "the next hop of a loopback route is all zeros", "loopback-link-next-hop"),
        route::next_hop_is_given_on_loopback, invalid_parameter,
        readings::ReadingId::loopback_link_next_hop, only(readings::Permission::refused)},
    Refusal<RouteSituation>{
        refusal_rule("route.stray-bytes", creates, create_remarks,
                     "an address with non-zero bytes outside the IP address is not valid",
                     "stray-bytes"),
        route::stray_bytes_are_refused, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route.link-unspecified", creates, create_returns,
                     "a row with neither LUID nor index is refused", "neither-luid-nor-index"),
        route::link_is_unspecified, no_link_named, readings::ReadingId::neither_luid_nor_index},
    Refusal<RouteSituation>{refusal_rule("route.link-known", creates, create_returns,
                                         "a link that does not exist is not found"),
                            route::link_is_unknown, not_found},
    Refusal<RouteSituation>{
        refusal_rule("route.link-routes", creates, create_returns,
                     "a route on a link that does not support routes is not supported"),
        route::link_has_no_routes, not_supported},
    Refusal<RouteSituation>{refusal_rule("route.stack", creates, create_returns,
                                         "a family without a stack on the machine is not supported",
                                         "no-stack-on-the-machine"),
                            route::machine_lacks_family, stack_is_missing,
                            readings::ReadingId::no_stack_on_the_machine},
    Refusal<RouteSituation>{
        refusal_rule("route.link-stack", creates, create_returns,
                     "a link without a stack for the destination's family accepts no such route",
                     "link-without-that-family"),
        route::link_lacks_family, stack_is_missing, readings::ReadingId::link_without_that_family},
    Refusal<RouteSituation>{refusal_rule("route.lifetimes", creates, create_returns,
                                         "a preferred lifetime above the valid one is refused"),
                            route::preferred_lifetime_exceeds_valid_lifetime, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route.valid-lifetime-0", creates, Citation{"MIB_IPFORWARD_ROW2", "Members"},
                     "a valid lifetime of 0 is refused", "valid-lifetime-0"),
        route::valid_lifetime_is_zero, invalid_parameter, readings::ReadingId::valid_lifetime_0,
        only(readings::Permission::refused)},
    Refusal<RouteSituation>{refusal_rule("route.site-prefix", creates, create_returns,
                                         "a site prefix longer than the prefix is refused"),
                            route::site_prefix_exceeds_prefix, invalid_parameter},
    Refusal<RouteSituation>{
        refusal_rule("route.site-prefix-255", creates, create_returns,
                     "a site prefix of 255 is longer than any prefix", "site-prefix-sentinel"),
        route::site_prefix_is_255, invalid_parameter, readings::ReadingId::site_prefix_sentinel,
        only(readings::Permission::refused)},
    Refusal<RouteSituation>{
        refusal_rule(
            "route.duplicate", creates, create_remarks,
            "a route with the link, destination and next hop of an existing route is a duplicate"),
        route::route_already_exists, object_already_exists},
    Refusal<RouteSituation>{
        refusal_rule("route.duplicate-destination", creates, create_returns,
                     "a route with the link and destination of an existing route is a duplicate",
                     "duplicate-key"),
        route::destination_is_already_routed, object_already_exists, readings::ReadingId::duplicate_key,
        only(readings::DuplicateKey::prefix)},
};

}  // namespace

std::span<const Refusal<RouteSituation>> create_route_refusals() { return create_refusals; }

}  // namespace netioconf::oracle::rules
