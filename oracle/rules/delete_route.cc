#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/route_checks.h"
#include "oracle/rules/conditions/route_failures.h"
#include "oracle/rules/promises/promises_of_changes.h"

// DeleteIpForwardEntry2.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation parameters{"DeleteIpForwardEntry2", "Parameters"};
constexpr Citation returns{"DeleteIpForwardEntry2", "Return value"};
constexpr Citation remarks{"DeleteIpForwardEntry2", "Remarks"};
constexpr Citation create_returns{"CreateIpForwardEntry2", "Return value"};
constexpr Citation prefix_members{"IP_ADDRESS_PREFIX", "Members"};

constexpr auto refusals = of_call(
    Call::delete_route,
    std::to_array<Refusal<RouteSituation>>({
        refusal("route-delete.null-row", returns[7], null_row<RouteSituation>, is_invalid),
        refusal("route-delete.destination-unspecified", returns[7], route::destination_unspecified,
                is_invalid),
        refusal("route-delete.destination-family", remarks[3], route::destination_family, is_invalid),
        refusal("route-delete.destination-length", prefix_members[3, 4], route::destination_length,
                is_invalid),
        refusal("route-delete.destination-host-bits", remarks[3], route::lookup_host_bits,
                route::has_host_bits),
        refusal("route-delete.next-hop-unspecified", returns[7], route::next_hop_unspecified,
                route::next_hop_is_missing),
        refusal("route-delete.next-hop-family", remarks[4], route::next_hop_family, is_invalid),
        refusal("route-delete.stray-bytes", remarks[3, 4], route::stray_bytes, has_stray_bytes),
        refusal("route-delete.link-unspecified", returns[7], link_unspecified<RouteSituation>,
                no_link_is_named),
        refusal("route-delete.link-known", returns[10], link_known<RouteSituation>, is_not_found),
        refusal("route-delete.missing", remarks[9], route::missing, entry_is_missing<>),
        refusal("route-delete.link-routes", create_returns[17], route::link_routes, is_not_supported),
        refusal("route-delete.link-stack", create_returns[17], route::lookup_link_stack,
                link_has_no_stack),
        refusal("route-delete.next-hop-other-family", remarks[4], route::next_hop_other_family,
                route::families_differ),
        refusal("route-delete.unusual-key", remarks[9], route::unusual_key, is_invalid),
        refusal("route-delete.stack", returns[13], route::machine_stack, machine_has_no_stack),
    }));

constexpr auto effects =
    of_call(Call::delete_route,
            std::to_array<Effect>({
                effect("route-delete.takes-effect", remarks[8],
                       promised::takes_effect("after success the route is not in the table")),
                effect("route-delete.unchanged-on-failure", returns, promised::unchanged_on_failure),
                effect("route-delete.exactly-one-change", remarks[8], promised::exactly_one_change),
                effect("route-delete.luid-first", remarks[6], promised::luid_first),
                effect("route-delete.row-untouched", parameters[1], promised::row_untouched),
            }));

}  // namespace

Refusals<RouteSituation> delete_route_refusals() { return refusals; }
Effects delete_route_effects() { return effects; }

}  // namespace netioconf::oracle::rules
