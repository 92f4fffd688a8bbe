#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/anycast_checks.h"
#include "oracle/rules/conditions/failures.h"
#include "oracle/rules/promises/promises_of_changes.h"

// DeleteAnycastIpAddressEntry.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation parameters{"DeleteAnycastIpAddressEntry", "Parameters"};
constexpr Citation returns{"DeleteAnycastIpAddressEntry", "Return value"};
constexpr Citation remarks{"DeleteAnycastIpAddressEntry", "Remarks"};

// The subject of missing-entry.
std::optional<std::size_t> where_it_is_missing(const AnycastSituation& situation) {
  using enum readings::MissingIn;
  return static_cast<std::size_t>(situation.link->loopback ? delete_anycast_on_loopback
                                                           : delete_anycast);
}

constexpr auto refusals = of_call(
    Call::delete_anycast,
    std::to_array<Refusal<AnycastSituation>>({
        refusal("anycast-delete.null-row", returns[7], null_row<AnycastSituation>, is_invalid),
        refusal("anycast-delete.address-family", returns[7], anycast::address_family, is_invalid),
        refusal("anycast-delete.multicast", returns[7], anycast::multicast, is_invalid),
        refusal("anycast-delete.unspecified", returns[7], anycast::unspecified, is_invalid),
        refusal("anycast-delete.stray-bytes", remarks[3], anycast::stray_bytes, has_stray_bytes),
        refusal("anycast-delete.link-unspecified", returns[7], link_unspecified<AnycastSituation>,
                no_link_is_named),
        refusal("anycast-delete.link-known", returns[10], link_known<AnycastSituation>, is_not_found),
        refusal("anycast-delete.missing", remarks[1], anycast::missing,
                entry_is_missing<where_it_is_missing>),
        refusal("anycast-delete.stack", returns[13], anycast::machine_stack, machine_has_no_stack),
        refusal("anycast-delete.link-stack", returns[13], anycast::lookup_link_stack, link_has_no_stack),
        refusal("anycast-delete.unusual-address", remarks[3], anycast::unusual_address, is_invalid),
    }));

constexpr auto effects =
    of_call(Call::delete_anycast,
            std::to_array<Effect>({
                effect("anycast-delete.takes-effect", remarks[7],
                       promised::takes_effect("after success the address is not in the table")),
                effect("anycast-delete.unchanged-on-failure", returns, promised::unchanged_on_failure),
                effect("anycast-delete.exactly-one-change", remarks[7], promised::exactly_one_change),
                effect("anycast-delete.luid-first", remarks[5], promised::luid_first),
                effect("anycast-delete.row-untouched", parameters[1], promised::row_untouched),
            }));

}  // namespace

Refusals<AnycastSituation> delete_anycast_refusals() { return refusals; }
Effects delete_anycast_effects() { return effects; }

}  // namespace netioconf::oracle::rules
