#include "oracle/rules/anycast_situation.h"

namespace netioconf::oracle::rules {
namespace {

using promised::entry_is_missing;
using promised::invalid_parameter;
using promised::link_is_missing;
using promised::no_link_named;
using promised::not_found;
using promised::not_supported;
using promised::object_already_exists;
using promised::stack_is_missing;

bool row_is_null(const AnycastSituation& situation) { return situation.row == nullptr; }

bool address_is_ip(const AnycastSituation& situation) {
  return situation.row != nullptr && is_ip(situation.row->address.family);
}

bool address_is_no_ip(const AnycastSituation& situation) {
  return situation.row != nullptr && !is_ip(situation.row->address.family);
}

bool address_is(const AnycastSituation& situation, AddressClass kind) {
  return address_is_ip(situation) && classify(situation.row->address) == kind;
}

bool address_is_multicast(const AnycastSituation& situation) {
  return address_is(situation, AddressClass::multicast);
}
bool address_is_unspecified(const AnycastSituation& situation) {
  return address_is(situation, AddressClass::unspecified);
}
bool address_is_loopback(const AnycastSituation& situation) {
  return address_is(situation, AddressClass::loopback);
}
bool address_is_class_e(const AnycastSituation& situation) {
  return address_is(situation, AddressClass::reserved);
}
bool address_is_broadcast(const AnycastSituation& situation) {
  return address_is(situation, AddressClass::broadcast);
}
bool address_is_mapped(const AnycastSituation& situation) {
  return address_is(situation, AddressClass::mapped);
}
bool address_is_of_this_network(const AnycastSituation& situation) {
  return address_is(situation, AddressClass::this_network);
}

bool stray_bytes_are_refused(const AnycastSituation& situation) { return situation.stray_bytes_refused; }

bool link_is_unspecified(const AnycastSituation& situation) {
  return situation.row != nullptr && situation.row->luid == 0 && situation.row->index == 0;
}

bool link_is_unknown(const AnycastSituation& situation) {
  return situation.row != nullptr && situation.link == nullptr && !link_is_unspecified(situation);
}

bool machine_lacks_family(const AnycastSituation& situation) {
  return address_is_ip(situation) && !machine_has(situation.host, situation.row->address.family);
}

bool link_lacks_family(const AnycastSituation& situation) {
  return situation.link != nullptr && machine_has(situation.host, situation.row->address.family) &&
         !link_has(*situation.link, situation.row->address.family);
}

bool no_such_stack_on_link(const AnycastSituation& situation) {
  if (situation.link == nullptr || !address_is_ip(situation)) return false;
  return machine_lacks_family(situation) || link_lacks_family(situation);
}

// An address that Create may refuse, so that possibly no link can have it.
bool address_is_unusual(const AnycastSituation& situation) {
  if (situation.entry != nullptr || !address_is_ip(situation)) return false;
  return classify(situation.row->address) < AddressClass::link_local;
}

bool address_already_exists(const AnycastSituation& situation) { return situation.entry != nullptr; }

bool no_address_matches(const AnycastSituation& situation) {
  // A refused key matches nothing, or it is refused before the lookup.
  return situation.link != nullptr && (situation.entry == nullptr || situation.stray_bytes_refused);
}

using AnycastRefusal = Refusal<AnycastSituation>;

constexpr Citation create_returns{"CreateAnycastIpAddressEntry", "Return value"};
constexpr Citation create_remarks{"CreateAnycastIpAddressEntry", "Remarks"};
constexpr Call creates = Call::create_anycast;

// A rule about a class of addresses that may or may not count as unicast.
consteval AnycastRefusal class_refusal(std::string_view id, std::string_view says,
                                       std::string_view reading, readings::ReadingId reading_id,
                                       bool (*applies)(const AnycastSituation&)) {
  return {refusal_rule(id, creates, create_remarks, says, reading), applies, invalid_parameter,
          reading_id, only(readings::Permission::refused)};
}

constexpr std::array create_refusals = {
    AnycastRefusal{refusal_rule("anycast.null-row", creates, create_returns, "a NULL row is refused"),
                   row_is_null, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast.address-family", creates, create_returns,
                                "an address that is neither IPv4 nor IPv6 is refused"),
                   address_is_no_ip, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast.multicast", creates, create_returns,
                                "a multicast address is not a unicast address and is refused"),
                   address_is_multicast, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast.unspecified", creates, create_returns,
                                "the all-zero address is not a unicast address and is refused"),
                   address_is_unspecified, invalid_parameter},
    class_refusal("anycast.loopback", "a loopback address is not an address of a link",
                  "anycast-loopback", readings::ReadingId::anycast_loopback, address_is_loopback),
    class_refusal("anycast.class-e", "a class E address is not a unicast address", "anycast-class-e",
                  readings::ReadingId::anycast_class_e, address_is_class_e),
    class_refusal("anycast.broadcast", "the broadcast address is not a unicast address",
                  "anycast-broadcast", readings::ReadingId::anycast_broadcast, address_is_broadcast),
    class_refusal("anycast.mapped", "an IPv4-mapped address is not an address of a link",
                  "anycast-mapped", readings::ReadingId::anycast_mapped, address_is_mapped),
    class_refusal("anycast.this-network", "an address of 0.0.0.0/8 is not an address of a link",
                  "anycast-this-network", readings::ReadingId::anycast_this_network,
                  address_is_of_this_network),
    AnycastRefusal{refusal_rule("anycast.stray-bytes", creates, create_remarks,
                                "an address with non-zero bytes outside the IP address is not valid",
                                "stray-bytes"),
                   stray_bytes_are_refused, invalid_parameter},
    AnycastRefusal{
        refusal_rule("anycast.link-unspecified", creates, create_returns,
                     "a row with neither LUID nor index is refused", "neither-luid-nor-index"),
        link_is_unspecified, no_link_named, readings::ReadingId::neither_luid_nor_index},
    AnycastRefusal{refusal_rule("anycast.link-known", creates, create_returns,
                                "a link that does not exist is not found"),
                   link_is_unknown, not_found},
    AnycastRefusal{refusal_rule("anycast.stack", creates, create_returns,
                                "a family without a stack on the machine is not supported",
                                "no-stack-on-the-machine"),
                   machine_lacks_family, stack_is_missing, readings::ReadingId::no_stack_on_the_machine},
    AnycastRefusal{
        refusal_rule("anycast.link-stack", creates, create_returns,
                     "a link without a stack for the address's family accepts no such address",
                     "link-without-that-family"),
        link_lacks_family, stack_is_missing, readings::ReadingId::link_without_that_family},
    AnycastRefusal{refusal_rule("anycast.duplicate", creates, create_returns,
                                "an anycast address that the link already has is a duplicate"),
                   address_already_exists, object_already_exists},
};

constexpr Citation get_returns{"GetAnycastIpAddressEntry", "Return value"};
constexpr Citation get_remarks{"GetAnycastIpAddressEntry", "Remarks"};
constexpr Call gets = Call::get_anycast;
constexpr std::array get_refusals = {
    AnycastRefusal{refusal_rule("anycast-get.null-row", gets, get_returns, "a NULL row is refused"),
                   row_is_null, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast-get.address-family", gets, get_returns,
                                "an address that is neither IPv4 nor IPv6 is refused"),
                   address_is_no_ip, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast-get.multicast", gets, get_returns,
                                "a multicast address is not an anycast address"),
                   address_is_multicast, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast-get.unspecified", gets, get_returns,
                                "the all-zero address is not an anycast address"),
                   address_is_unspecified, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast-get.stray-bytes", gets, get_remarks,
                                "an address with non-zero bytes outside the IP address is not valid",
                                "stray-bytes"),
                   stray_bytes_are_refused, invalid_parameter},
    AnycastRefusal{
        refusal_rule("anycast-get.link-unspecified", gets, get_returns,
                     "a row with neither LUID nor index is refused", "neither-luid-nor-index"),
        link_is_unspecified, no_link_named, readings::ReadingId::neither_luid_nor_index},
    AnycastRefusal{refusal_rule("anycast-get.link-known", gets, get_returns,
                                "a link that does not exist is not found", "unknown-link-status"),
                   link_is_unknown, link_is_missing, readings::ReadingId::unknown_link_status},
    AnycastRefusal{
        refusal_rule("anycast-get.missing", gets, get_returns,
                     "an address that the link does not have cannot be retrieved", "missing-entry"),
        no_address_matches, entry_is_missing, readings::ReadingId::missing_entry},
    AnycastRefusal{refusal_rule("anycast-get.stack", gets, get_returns,
                                "a family without a stack on the machine is not supported",
                                "no-stack-on-the-machine"),
                   machine_lacks_family, stack_is_missing, readings::ReadingId::no_stack_on_the_machine},
    AnycastRefusal{refusal_rule("anycast-get.link-stack", gets, get_returns,
                                "a link without a stack for the address's family has no such address",
                                "link-without-that-family"),
                   no_such_stack_on_link, stack_is_missing,
                   readings::ReadingId::link_without_that_family},
    AnycastRefusal{refusal_rule("anycast-get.unusual-address", gets, get_remarks,
                                "an address that no link can have is refused"),
                   address_is_unusual, invalid_parameter},
};

constexpr Citation delete_returns{"DeleteAnycastIpAddressEntry", "Return value"};
constexpr Citation delete_remarks{"DeleteAnycastIpAddressEntry", "Remarks"};
constexpr Call deletes = Call::delete_anycast;
constexpr std::array delete_refusals = {
    AnycastRefusal{
        refusal_rule("anycast-delete.null-row", deletes, delete_returns, "a NULL row is refused"),
        row_is_null, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast-delete.address-family", deletes, delete_returns,
                                "an address that is neither IPv4 nor IPv6 is refused"),
                   address_is_no_ip, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast-delete.multicast", deletes, delete_returns,
                                "a multicast address is not a unicast address and is refused"),
                   address_is_multicast, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast-delete.unspecified", deletes, delete_returns,
                                "the all-zero address is not a unicast address and is refused"),
                   address_is_unspecified, invalid_parameter},
    AnycastRefusal{refusal_rule("anycast-delete.stray-bytes", deletes, delete_remarks,
                                "an address with non-zero bytes outside the IP address is not valid",
                                "stray-bytes"),
                   stray_bytes_are_refused, invalid_parameter},
    AnycastRefusal{
        refusal_rule("anycast-delete.link-unspecified", deletes, delete_returns,
                     "a row with neither LUID nor index is refused", "neither-luid-nor-index"),
        link_is_unspecified, no_link_named, readings::ReadingId::neither_luid_nor_index},
    AnycastRefusal{refusal_rule("anycast-delete.link-known", deletes, delete_returns,
                                "a link that does not exist is not found"),
                   link_is_unknown, not_found},
    AnycastRefusal{
        refusal_rule("anycast-delete.missing", deletes, delete_remarks,
                     "an address that the link does not have cannot be deleted", "missing-entry"),
        no_address_matches, entry_is_missing, readings::ReadingId::missing_entry},
    AnycastRefusal{refusal_rule("anycast-delete.stack", deletes, delete_returns,
                                "a family without a stack on the machine is not supported",
                                "no-stack-on-the-machine"),
                   machine_lacks_family, stack_is_missing, readings::ReadingId::no_stack_on_the_machine},
    AnycastRefusal{refusal_rule("anycast-delete.link-stack", deletes, delete_returns,
                                "a link without a stack for the address's family has no such address",
                                "link-without-that-family"),
                   no_such_stack_on_link, stack_is_missing,
                   readings::ReadingId::link_without_that_family},
    AnycastRefusal{refusal_rule("anycast-delete.unusual-address", deletes, delete_remarks,
                                "an address that no link can have is refused"),
                   address_is_unusual, invalid_parameter},
};

}  // namespace

std::span<const AnycastRefusal> create_anycast_refusals() { return create_refusals; }
std::span<const AnycastRefusal> get_anycast_refusals() { return get_refusals; }
std::span<const AnycastRefusal> delete_anycast_refusals() { return delete_refusals; }

std::span<const AnycastRefusal> anycast_refusals(Call call) {
  if (call == Call::create_anycast) return create_refusals;
  return call == Call::get_anycast ? get_anycast_refusals() : delete_anycast_refusals();
}

}  // namespace netioconf::oracle::rules
