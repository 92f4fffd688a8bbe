#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/anycast_checks.h"
#include "oracle/rules/conditions/failures.h"
#include "oracle/rules/promises/promises_of_changes.h"
#include "oracle/rules/promises/promises_of_rows.h"

// GetAnycastIpAddressEntry.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation returns{"GetAnycastIpAddressEntry", "Return value"};
constexpr Citation remarks{"GetAnycastIpAddressEntry", "Remarks"};

constexpr auto refusals = of_call(
    Call::get_anycast,
    std::to_array<Refusal<AnycastSituation>>({
        refusal("anycast-get.null-row", returns[7], null_row<AnycastSituation>, is_invalid),
        refusal("anycast-get.address-family", returns[7], anycast::address_family, is_invalid),
        refusal("anycast-get.multicast", returns[7], anycast::multicast, is_invalid),
        refusal("anycast-get.unspecified", returns[7], anycast::unspecified, is_invalid),
        refusal("anycast-get.stray-bytes", remarks[3], anycast::stray_bytes, has_stray_bytes),
        refusal("anycast-get.link-unspecified", returns[7], link_unspecified<AnycastSituation>,
                no_link_is_named),
        refusal("anycast-get.link-known", returns[10], link_known<AnycastSituation>, link_is_unknown),
        refusal("anycast-get.missing", returns, anycast::missing, entry_is_missing<>),
        refusal("anycast-get.stack", returns[13], anycast::machine_stack, machine_has_no_stack),
        refusal("anycast-get.link-stack", returns[13], anycast::lookup_link_stack, link_has_no_stack),
        refusal("anycast-get.unusual-address", remarks[3], anycast::unusual_address, is_invalid),
    }));

constexpr PromiseWords requested_address{
    .promise = Promise::key_members,
    .says = "the row that is read has the requested address",
    .examples = {
        {[](Call call) { return read_as(call, with(own_anycast(), &AnycastRow::address, ipv6(0, 2))); },
         [](Call call) { return read_as(call, own_anycast()); }}}};

constexpr auto effects =
    of_call(Call::get_anycast,
            std::to_array<Effect>({
                effect("anycast-get.both-identifiers", remarks[7], promised::both_identifiers),
                effect("anycast-get.scope-id", remarks[7], promised::scope_id),
                effect("anycast-get.key-members", remarks[7], requested_address),
                effect("anycast-get.luid-first", remarks[5], promised::luid_first),
            }));

}  // namespace

Refusals<AnycastSituation> get_anycast_refusals() { return refusals; }
Effects get_anycast_effects() { return effects; }

}  // namespace netioconf::oracle::rules
