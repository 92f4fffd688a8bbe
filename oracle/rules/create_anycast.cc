#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/anycast_checks.h"
#include "oracle/rules/conditions/failures.h"
#include "oracle/rules/promises/promises_of_changes.h"
#include "oracle/rules/promises/promises_of_rows.h"

// CreateAnycastIpAddressEntry.
namespace netioconf::oracle::rules {
namespace {

using anycast::address_is;
using anycast::AnycastExample;
using anycast::name_address;

constexpr Citation introduction{"CreateAnycastIpAddressEntry", "Introduction"};
constexpr Citation parameters{"CreateAnycastIpAddressEntry", "Parameters"};
constexpr Citation returns{"CreateAnycastIpAddressEntry", "Return value"};
constexpr Citation remarks{"CreateAnycastIpAddressEntry", "Remarks"};

constexpr Check<AnycastSituation> loopback{
    .says = "a loopback address is not an address of a link",
    .applies = address_is<AddressClass::loopback>,
    .examples = {{[](AnycastExample& example) { name_address(example, ipv6(0, 1)); },
                  [](AnycastExample& example) { name_address(example, ipv6(0, 2)); }},
                 {[](AnycastExample& example) { name_address(example, ipv4(127, 0, 0, 1)); },
                  [](AnycastExample& example) { name_address(example, ipv4(126, 0, 0, 1)); }}}};

constexpr Check<AnycastSituation> class_e{
    .says = "a class E address is not a unicast address",
    .applies = address_is<AddressClass::reserved>,
    .examples = {{[](AnycastExample& example) { name_address(example, ipv4(255, 255, 255, 254)); },
                  [](AnycastExample& example) { name_address(example, ipv4(255, 255, 255, 255)); }}}};

constexpr Check<AnycastSituation> broadcast{
    .says = "the broadcast address is not a unicast address",
    .applies = address_is<AddressClass::broadcast>,
    .examples = {{[](AnycastExample& example) { name_address(example, ipv4(255, 255, 255, 255)); },
                  [](AnycastExample& example) { name_address(example, ipv4(255, 255, 255, 254)); }}}};

constexpr Check<AnycastSituation> mapped{
    .says = "an IPv4-mapped address is not an address of a link",
    .applies = address_is<AddressClass::mapped>,
    .examples = {{[](AnycastExample& example) { name_address(example, ipv6(0, 0x0000ffff0a000001)); },
                  [](AnycastExample& example) { name_address(example, ipv6(0, 0x0000fffe0a000001)); }}}};

constexpr Check<AnycastSituation> this_network{
    .says = "an address of 0.0.0.0/8 is not an address of a link",
    .applies = address_is<AddressClass::this_network>,
    .examples = {{[](AnycastExample& example) { name_address(example, ipv4(0, 0, 0, 1)); },
                  [](AnycastExample& example) { name_address(example, ipv4(1, 0, 0, 1)); }}}};

constexpr Check<AnycastSituation> link_stack{
    .says = "a link without a stack for the address's family accepts no such address",
    .applies = anycast::link_lacks_family,
    .examples = anycast::link_stack_examples};

// The same call follows on a call that added the address of the example.
void create_before(AnycastExample& example) { example.before.push_back(example.call); }

constexpr Check<AnycastSituation> duplicate{
    .says = "an anycast address that the link already has is a duplicate",
    .applies = [](const AnycastSituation& situation) { return situation.entry != nullptr; },
    .examples = {{[](AnycastExample& example) {
                    example.host = a_host_with_two_links();
                    create_before(example);
                    name_link(example, 0, 1);
                  },
                  [](AnycastExample& example) {
                    example.host = a_host_with_two_links();
                    create_before(example);
                    name_link(example, second_luid, 2);
                  }},
                 {[](AnycastExample& example) {
                    create_before(example);
                    example.call.row->scope_id = 7;
                  },
                  [](AnycastExample& example) {
                    create_before(example);
                    name_address(example, ipv6(0x20010db800000000, 2));
                  }}}};

// The only link of the machine has the unicast address 2001:db8::99.
void on_link_with_unicast(AnycastExample& example, const SocketAddress& address) {
  Link link = a_link();
  link.addresses = {{.address = ipv6(0x20010db800000000, 0x99), .length = 64}};
  example.host = a_host_with(link);
  name_address(example, address);
}

constexpr Check<AnycastSituation> own_unicast{
    .says = "a unicast address of the link is not an anycast address",
    .applies =
        [](const AnycastSituation& situation) {
          return situation.link != nullptr && has_address(*situation.link, situation.row->address);
        },
    .examples = {
        {[](AnycastExample& example) { on_link_with_unicast(example, ipv6(0x20010db800000000, 0x99)); },
         [](AnycastExample& example) {
           on_link_with_unicast(example, ipv6(0x20010db800000000, 0x98));
         }}}};

constexpr auto refusals = of_call(
    Call::create_anycast,
    std::to_array<Refusal<AnycastSituation>>({
        refusal("anycast.null-row", returns[5], null_row<AnycastSituation>, is_invalid),
        refusal("anycast.address-family", returns[5], anycast::address_family, is_invalid),
        refusal("anycast.multicast", returns[5], anycast::multicast, is_invalid),
        refusal("anycast.unspecified", returns[5], anycast::unspecified, is_invalid),
        refusal("anycast.loopback", remarks[2], loopback, may_be_invalid<readings::anycast_loopback>),
        refusal("anycast.class-e", remarks[2], class_e, may_be_invalid<readings::anycast_class_e>),
        refusal("anycast.broadcast", remarks[2], broadcast, may_be_invalid<readings::anycast_broadcast>),
        refusal("anycast.mapped", remarks[2], mapped, may_be_invalid<readings::anycast_mapped>),
        refusal("anycast.this-network", remarks[2], this_network,
                may_be_invalid<readings::anycast_this_network>),
        refusal("anycast.stray-bytes", remarks[2], anycast::stray_bytes, has_stray_bytes),
        refusal("anycast.link-unspecified", returns[5], link_unspecified<AnycastSituation>,
                no_link_is_named),
        refusal("anycast.link-known", returns[7], link_known<AnycastSituation>, is_not_found),
        refusal("anycast.stack", returns[9], anycast::machine_stack, machine_has_no_stack),
        refusal("anycast.link-stack", returns[9], link_stack, link_has_no_stack),
        refusal("anycast.own-unicast", remarks[2], own_unicast,
                under<readings::anycast_own_unicast>(
                    {{readings::AnycastOwnUnicast::object_already_exists, Status::object_already_exists},
                     {readings::AnycastOwnUnicast::invalid_parameter, Status::invalid_parameter}})),
        refusal("anycast.duplicate", returns[11], duplicate, already_exists),
    }));

constexpr auto effects =
    of_call(Call::create_anycast,
            std::to_array<Effect>({
                effect("anycast.takes-effect", introduction[1],
                       promised::takes_effect("after success the address is in the table")),
                effect("anycast.unchanged-on-failure", returns, promised::unchanged_on_failure),
                effect("anycast.exactly-one-change", introduction[1], promised::exactly_one_change),
                effect("anycast.luid-first", remarks[4], promised::luid_first),
                effect("anycast.row-untouched", parameters[1], promised::row_untouched),
                effect("anycast.both-identifiers", remarks[3], promised::both_identifiers),
                effect("anycast.scope-id", remarks[6, 7], promised::scope_id),
            }));

}  // namespace

Refusals<AnycastSituation> create_anycast_refusals() { return refusals; }
Effects create_anycast_effects() { return effects; }

}  // namespace netioconf::oracle::rules
