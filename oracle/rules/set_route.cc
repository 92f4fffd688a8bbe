#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/route_checks.h"
#include "oracle/rules/conditions/route_failures.h"
#include "oracle/rules/promises/promises_of_changes.h"
#include "oracle/rules/promises/promises_of_rows.h"

// SetIpForwardEntry2.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation parameters{"SetIpForwardEntry2", "Parameters"};
constexpr Citation returns{"SetIpForwardEntry2", "Return value"};
constexpr Citation remarks{"SetIpForwardEntry2", "Remarks"};
constexpr Citation create_returns{"CreateIpForwardEntry2", "Return value"};
constexpr Citation prefix_members{"IP_ADDRESS_PREFIX", "Members"};
constexpr Citation row_members{"MIB_IPFORWARD_ROW2", "Members"};

// Only this page has no line for a machine without a stack for the family. No link of such a machine can
// have such a route, so the call may report a missing route, or not supported as the other calls do.
constexpr Check<RouteSituation> machine_stack{
    .says = "a family without a stack on the machine has no routes to change",
    .applies = route::machine_lacks_family,
    .examples = route::machine_stack_examples};

constexpr Check<RouteSituation> link_stack{.says = route::lookup_link_stack.says,
                                           .applies = route::link_lacks_family,
                                           .examples = route::link_stack_examples};

constexpr auto refusals = of_call(
    Call::set_route,
    std::to_array<Refusal<RouteSituation>>({
        refusal("route-set.null-row", returns[7], null_row<RouteSituation>, is_invalid),
        refusal("route-set.destination-unspecified", returns[7], route::destination_unspecified,
                is_invalid),
        refusal("route-set.destination-family", remarks[3], route::destination_family, is_invalid),
        refusal("route-set.destination-length", prefix_members[3, 4], route::destination_length,
                is_invalid),
        refusal("route-set.destination-host-bits", remarks[3], route::lookup_host_bits,
                route::has_host_bits),
        refusal("route-set.next-hop-unspecified", returns[7], route::next_hop_unspecified,
                route::next_hop_is_missing),
        refusal("route-set.next-hop-family", remarks[4], route::next_hop_family, is_invalid),
        refusal("route-set.stray-bytes", remarks[3, 4], route::stray_bytes, has_stray_bytes),
        refusal("route-set.link-unspecified", returns[7], link_unspecified<RouteSituation>,
                no_link_is_named),
        refusal("route-set.link-known", returns[10], link_known<RouteSituation>, is_not_found),
        refusal("route-set.lifetimes", create_returns[10], route::lifetimes,
                may_be_invalid<readings::set_of_illegal_values,
                               route::of_member<readings::Output::lifetimes>>),
        refusal("route-set.site-prefix", create_returns[11], route::site_prefix,
                may_be_invalid<readings::set_of_illegal_values,
                               route::of_member<readings::Output::site_prefix>>),
        refusal("route-set.site-prefix-255", create_returns[11], route::site_prefix_255,
                may_be_invalid<readings::set_of_illegal_values,
                               route::of_member<readings::Output::site_prefix_255>>),
        refusal("route-set.valid-lifetime-0", row_members[12], route::valid_lifetime_0,
                may_be_invalid<readings::valid_lifetime_0>),
        refusal("route-set.missing", remarks[13], route::missing, entry_is_missing<>),
        refusal("route-set.link-routes", create_returns[17], route::link_routes, is_not_supported),
        refusal("route-set.link-stack", create_returns[17], link_stack, link_has_no_stack),
        refusal("route-set.next-hop-other-family", remarks[4], route::next_hop_other_family,
                route::families_differ),
        refusal("route-set.unusual-key", remarks[13], route::unusual_key, is_invalid),
        refusal("route-set.stack", remarks, machine_stack,
                fails_with(any_status(Status::not_supported, Status::not_found))),
    }));

constexpr auto effects =
    of_call(Call::set_route,
            std::to_array<Effect>({
                effect("route-set.takes-effect", remarks[1],
                       promised::takes_effect("after success the route has the members that were set")),
                effect("route-set.unchanged-on-failure", returns, promised::unchanged_on_failure),
                effect("route-set.exactly-one-change", remarks[1], promised::exactly_one_change),
                effect("route-set.luid-first", remarks[6], promised::luid_first),
                effect("route-set.row-untouched", parameters[1], promised::row_untouched),
                effect("route-set.both-identifiers", remarks[6], promised::both_identifiers),
                effect("route-set.key-members", remarks[13], promised::key_members),
                effect("route-set.keeps-members", remarks[1], promised::keeps_members),
                effect("route-set.metric", remarks[8, 9], promised::metric),
                effect("route-set.age", remarks[11, 12], promised::age),
                effect("route-set.origin", remarks[11, 12], promised::origin),
            }));

}  // namespace

Refusals<RouteSituation> set_route_refusals() { return refusals; }
Effects set_route_effects() { return effects; }

}  // namespace netioconf::oracle::rules
