#pragma once

#include "oracle/rules/conditions/anycast_situation.h"
#include "oracle/rules/conditions/row_checks.h"

// What is checked of an anycast row. The examples start from a call that succeeds with an_anycast().
namespace netioconf::oracle::rules::inline conditions::anycast {

using AnycastExample = CallExample<AnycastCall>;

inline void name_address(AnycastExample& example, const SocketAddress& address) {
  example.call.row->address = address;
}

[[nodiscard]] inline bool address_is_ip(const AnycastSituation& situation) {
  return situation.row != nullptr && is_ip(situation.row->address.family);
}

template <AddressClass wanted>
[[nodiscard]] bool address_is(const AnycastSituation& situation) {
  return address_is_ip(situation) && classify(situation.row->address) == wanted;
}

[[nodiscard]] inline bool machine_lacks_family(const AnycastSituation& situation) {
  return address_is_ip(situation) && !machine_has(situation.host, situation.row->address.family);
}

[[nodiscard]] inline bool link_lacks_family(const AnycastSituation& situation) {
  return situation.link != nullptr && machine_has(situation.host, situation.row->address.family) &&
         !link_has(*situation.link, situation.row->address.family);
}

inline constexpr Check<AnycastSituation> address_family{
    .says = "an address that is neither IPv4 nor IPv6 is refused",
    .applies =
        [](const AnycastSituation& situation) {
          return situation.row != nullptr && !address_is_ip(situation);
        },
    .examples = {{[](AnycastExample& example) { name_address(example, no_family); },
                  [](AnycastExample& example) { example.call.row = an_ipv4_anycast(); }},
                 {[](AnycastExample& example) { name_address(example, unknown_family); }, unchanged}}};

inline constexpr Check<AnycastSituation> multicast{
    .says = "a multicast address is not a unicast address and is refused",
    .applies = address_is<AddressClass::multicast>,
    .examples = {{[](AnycastExample& example) { name_address(example, ipv4(224, 0, 0, 1)); },
                  [](AnycastExample& example) { name_address(example, ipv4(223, 255, 255, 255)); }},
                 {[](AnycastExample& example) { name_address(example, ipv6(0xff02000000000000, 1)); },
                  [](AnycastExample& example) { name_address(example, ipv6(0xfe80000000000000, 1)); }}}};

inline constexpr Check<AnycastSituation> unspecified{
    .says = "the all-zero address is not a unicast address and is refused",
    .applies = address_is<AddressClass::unspecified>,
    .examples = {{[](AnycastExample& example) { name_address(example, ipv4(0, 0, 0, 0)); },
                  [](AnycastExample& example) { name_address(example, ipv4(1, 0, 0, 0)); }},
                 {[](AnycastExample& example) { name_address(example, ipv6(0, 0)); },
                  [](AnycastExample& example) { name_address(example, ipv6(0, 2)); }}}};

inline constexpr Check<AnycastSituation> stray_bytes{
    .says = "an address with non-zero bytes outside the IP address is not valid",
    .applies = [](const AnycastSituation& situation) { return situation.stray_bytes_refused; },
    .examples = {
        {[](AnycastExample& example) { name_address(example, with_port(example.call.row->address)); },
         unchanged}}};

inline constexpr Check<AnycastSituation> machine_stack{
    .says = "a family without a stack on the machine is not supported",
    .applies = machine_lacks_family,
    .examples = {{[](AnycastExample& example) {
                    example.host = a_host_without(ipv4_family);
                    example.call.row = an_ipv4_anycast();
                  },
                  [](AnycastExample& example) { example.host = a_host_without(ipv4_family); }}}};

inline constexpr ExamplePairs<AnycastCall> link_stack_examples = {
    {[](AnycastExample& example) {
       example.host = a_host_with(with(a_link(), &Link::ipv4, false));
       example.call.row = an_ipv4_anycast();
     },
     [](AnycastExample& example) { example.host = a_host_with(with(a_link(), &Link::ipv4, false)); }}};

inline constexpr Check<AnycastSituation> lookup_link_stack{
    .says = "a link without a stack for the address's family has no such address",
    .applies =
        [](const AnycastSituation& situation) {
          return situation.link != nullptr && address_is_ip(situation) &&
                 (machine_lacks_family(situation) || link_lacks_family(situation));
        },
    .examples = link_stack_examples};

inline constexpr Check<AnycastSituation> missing{
    .says = "the address must be an anycast address of the link",
    // A refused key matches nothing, or it is refused before the lookup.
    .applies =
        [](const AnycastSituation& situation) {
          return situation.link != nullptr &&
                 (situation.entry == nullptr || situation.stray_bytes_refused);
        },
    .examples = {{[](AnycastExample& example) { name_address(example, ipv6(0x20010db800000000, 2)); },
                  unchanged}}};

inline constexpr Check<AnycastSituation> unusual_address{
    .says = "an address that no link can have is refused",
    // Create may refuse such an address, so that possibly no link can have it.
    .applies =
        [](const AnycastSituation& situation) {
          return situation.entry == nullptr && address_is_ip(situation) &&
                 classify(situation.row->address) < AddressClass::link_local;
        },
    .examples = {{[](AnycastExample& example) { name_address(example, ipv6(0, 1)); },
                  [](AnycastExample& example) { name_address(example, ipv6(0, 2)); }}}};

}  // namespace netioconf::oracle::rules::inline conditions::anycast
