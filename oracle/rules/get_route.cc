#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/route_checks.h"
#include "oracle/rules/conditions/route_failures.h"
#include "oracle/rules/promises/promises_of_changes.h"
#include "oracle/rules/promises/promises_of_rows.h"

// GetIpForwardEntry2.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation returns{"GetIpForwardEntry2", "Return value"};
constexpr Citation remarks{"GetIpForwardEntry2", "Remarks"};
constexpr Citation create_returns{"CreateIpForwardEntry2", "Return value"};
constexpr Citation prefix_members{"IP_ADDRESS_PREFIX", "Members"};

// The subject of get-wildcard.
template <readings::RouteMember member>
std::optional<std::size_t> left_out(const RouteSituation&) {
  return static_cast<std::size_t>(member);
}

// The caller may leave out this member under one reading.
template <readings::RouteMember member>
constexpr auto is_left_out = under<readings::get_wildcard, left_out<member>>(
    {{readings::GetWildcard::refused, Status::invalid_parameter}});

// Get fills this member, but one reading says that it checks what the caller left there.
template <readings::Output output>
constexpr auto is_checked = under<readings::get_validates_outputs, route::of_member<output>>(
    {{readings::OutputsOfGet::refused, Status::invalid_parameter}});

// The subject of missing-entry. Nothing is known of Windows, which takes such a row as a wildcard, if no
// route matches it.
std::optional<std::size_t> where_it_is_missing(const RouteSituation& situation) {
  if (situation.left_out.link) return std::nullopt;
  return static_cast<std::size_t>(readings::MissingIn::get_route);
}

constexpr auto refusals = of_call(
    Call::get_route,
    std::to_array<Refusal<RouteSituation>>({
        refusal("route-get.null-row", returns[8], null_row<RouteSituation>, is_invalid),
        refusal("route-get.destination-unspecified", returns[9], route::destination_unspecified,
                is_left_out<readings::RouteMember::destination>),
        refusal("route-get.destination-family", remarks[3], route::destination_family, is_invalid),
        refusal("route-get.destination-length", prefix_members[3, 4], route::destination_length,
                is_invalid),
        refusal("route-get.destination-host-bits", remarks[3], route::lookup_host_bits,
                route::has_host_bits),
        refusal("route-get.next-hop-unspecified", returns[10], route::next_hop_unspecified,
                is_left_out<readings::RouteMember::next_hop>),
        refusal("route-get.next-hop-family", remarks[4], route::next_hop_family, is_invalid),
        refusal("route-get.stray-bytes", remarks[3, 4], route::stray_bytes, has_stray_bytes),
        refusal("route-get.link-unspecified", returns[11], link_unspecified<RouteSituation>,
                is_left_out<readings::RouteMember::link>),
        refusal("route-get.link-known", returns[16], link_known<RouteSituation>, is_not_found),
        refusal("route-get.lifetimes", returns[12], route::lifetimes,
                is_checked<readings::Output::lifetimes>),
        refusal("route-get.site-prefix", returns[13], route::site_prefix,
                is_checked<readings::Output::site_prefix>),
        refusal("route-get.site-prefix-255", returns[13], route::site_prefix_255,
                is_checked<readings::Output::site_prefix_255>),
        refusal("route-get.missing", returns, route::missing, entry_is_missing<where_it_is_missing>),
        refusal("route-get.link-routes", create_returns[17], route::link_routes, is_not_supported),
        refusal("route-get.link-stack", create_returns[17], route::lookup_link_stack, link_has_no_stack),
        refusal("route-get.next-hop-other-family", remarks[4], route::next_hop_other_family,
                route::families_differ),
        refusal("route-get.unusual-key", remarks[3], route::unusual_key, is_invalid),
        refusal("route-get.stack", returns[19], route::machine_stack, machine_has_no_stack),
    }));

constexpr auto effects = of_call(
    Call::get_route, std::to_array<Effect>({
                         effect("route-get.both-identifiers", remarks[8], promised::both_identifiers),
                         effect("route-get.key-members", remarks[8], promised::key_members),
                         effect("route-get.keeps-members", remarks[8], promised::keeps_members),
                         effect("route-get.metric", remarks[9, 10], promised::metric),
                         effect("route-get.age", remarks[8], promised::age),
                         effect("route-get.origin", remarks[8], promised::origin),
                         effect("route-get.luid-first", remarks[6], promised::luid_first),
                     }));

}  // namespace

Refusals<RouteSituation> get_route_refusals() { return refusals; }
Effects get_route_effects() { return effects; }

}  // namespace netioconf::oracle::rules
