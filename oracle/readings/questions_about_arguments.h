#pragma once

#include <array>

#include "oracle/readings/question.h"

// Which arguments a call accepts, and with which status it fails.
namespace netioconf::oracle::readings {

enum class DuplicateKey : std::uint8_t { prefix_and_next_hop, prefix };
inline constexpr auto duplicate_key = question<DuplicateKey>(
    "duplicate-key", "What makes a route a duplicate?", one_subject,
    {{DuplicateKey::prefix_and_next_hop, "prefix-and-next-hop", documented, on_windows,
      "CreateIpForwardEntry2, Remarks. Windows: NextHop is in the header's key group and in the "
      "stack's own key, and VPN clients rely on it (strong)."},
     {DuplicateKey::prefix, "prefix", documented, not_on_windows,
      "CreateIpForwardEntry2, Return value."}});

inline constexpr auto site_prefix_sentinel = question<Permission>(
    "site-prefix-sentinel", "May SitePrefixLength be 255?", one_subject,
    {{Permission::accepted, "accepted", documented, on_windows,
      "InitializeIpForwardEntry, Remarks: the row for Create gets an illegal SitePrefixLength. "
      "Windows: every client that leaves 255 there succeeds (very strong)."},
     {Permission::refused, "refused", documented, not_on_windows,
      "CreateIpForwardEntry2, Return value: 255 is greater than any prefix length."}});

enum class HostBits : std::uint8_t { refused, masked, kept, kept_but_not_compared };
inline constexpr auto host_bits = question<HostBits>(
    "host-bits", "What happens to a destination with non-zero host bits?", one_subject,
    {{HostBits::refused, "refused", documented, on_windows,
      "CreateIpForwardEntry2, Remarks: the prefix must be valid, which is not defined. Windows: "
      "invalid parameter (strong; several clients mask the prefix first because of it)."},
     {HostBits::masked, "masked", documented, not_on_windows,
      "IP_ADDRESS_PREFIX, Members: only the network part is mentioned."},
     {HostBits::kept, "kept", documented, not_on_windows,
      "CreateIpForwardEntry2, Return value: host bits are not listed as an error."},
     {HostBits::kept_but_not_compared, "kept-but-not-compared", documented, not_on_windows,
      "CreateIpForwardEntry2, Return value: host bits are not listed as an error, and a prefix is "
      "its network part."}});

enum class HostBitsInLookups : std::uint8_t { exact, masked, refused };
inline constexpr auto host_bits_in_lookups = question<HostBitsInLookups>(
    "host-bits-in-lookups", "Does a destination with non-zero host bits match the entry without them?",
    calls(Call::set_route, Call::get_route, Call::delete_route),
    {{HostBitsInLookups::exact, "exact", documented, on_windows,
      "DeleteIpForwardEntry2, Remarks: the members must match."},
     {HostBitsInLookups::masked, "masked", documented, on_windows,
      "IP_ADDRESS_PREFIX, Members: a prefix is its network part."},
     {HostBitsInLookups::refused, "refused", documented, on_windows,
      "SetIpForwardEntry2, Remarks: the prefix must be valid."}});

enum class FamilyMismatch : std::uint8_t { refused, not_supported, kept };
inline constexpr auto family_mismatch = question<FamilyMismatch>(
    "family-mismatch", "May prefix and next hop have different families?", one_subject,
    {{FamilyMismatch::refused, "refused", documented, on_windows,
      "CreateIpForwardEntry2, Return value: an invalid parameter was passed. No page mentions "
      "mixed families."},
     {FamilyMismatch::not_supported, "not-supported", documented, on_windows,
      "CreateIpForwardEntry2, Return value: not supported."},
     {FamilyMismatch::kept, "kept", documented, on_windows,
      "CreateIpForwardEntry2, Remarks: each of the two is valid on its own."}});

enum class NextHopOfFamily0 : std::uint8_t { refused, on_link };
inline constexpr std::string_view create_function = function_name(Call::create_route);
inline constexpr std::string_view delete_function = function_name(Call::delete_route);

inline constexpr auto next_hop_of_family_0 = question<NextHopOfFamily0>(
    "next-hop-of-family-0", "Does a next hop of family 0 count as missing or as on-link?",
    calls(Call::create_route, Call::set_route, Call::get_route, Call::delete_route),
    {{NextHopOfFamily0::refused, "refused", documented,
      on_windows_except_for(create_function, delete_function),
      "CreateIpForwardEntry2, Return value and Remarks."},
     {NextHopOfFamily0::on_link, "on-link", observed, on_windows,
      "Windows: Create accepts it from four clients and drivers that leave the whole next hop zero "
      "(strong). Delete removes such a route for one of them (production), and says of such a row "
      "without a link only that it names none (asserting test). Not known for Set."}});

enum class MissingStack : std::uint8_t { not_supported, not_found };
inline constexpr auto link_without_that_family = question<MissingStack>(
    "link-without-that-family",
    "With which status does a call fail if the link has no stack for the family?",
    calls(Call::create_route, Call::set_route, Call::get_route, Call::delete_route, Call::best_route,
          Call::create_anycast, Call::get_anycast, Call::delete_anycast, Call::get_link),
    {{MissingStack::not_supported, "not-supported", documented, on_windows,
      "CreateIpForwardEntry2, Return value: the link does not support routes, or not routes of "
      "this family."},
     {MissingStack::not_found, "not-found", documented, on_windows,
      "CreateIpForwardEntry2, Return value: no such IP interface. Windows: observed by several "
      "clients."}});

inline constexpr auto no_stack_on_the_machine = question<MissingStack>(
    "no-stack-on-the-machine",
    "With which status does a call fail if the machine has no stack for the family?",
    calls(Call::create_route, Call::get_route, Call::delete_route, Call::best_route,
          Call::create_anycast, Call::get_anycast, Call::delete_anycast, Call::route_table,
          Call::anycast_table),
    {{MissingStack::not_supported, "not-supported", documented, on_windows,
      "CreateIpForwardEntry2 and the related pages, Return value."},
     {MissingStack::not_found, "not-found", observed, on_windows,
      "Windows: not found (production; one client accepts both, so both stay open)."}});

enum class NoLinkNamed : std::uint8_t { invalid_parameter, file_not_found };
inline constexpr auto neither_luid_nor_index = question<NoLinkNamed>(
    "neither-luid-nor-index", "With which status does a call fail if the row names no link?",
    calls(Call::create_route, Call::set_route, Call::delete_route, Call::create_anycast,
          Call::get_anycast, Call::delete_anycast, Call::get_link),
    {{NoLinkNamed::invalid_parameter, "invalid-parameter", documented,
      on_windows_except_for(delete_function),
      "CreateIpForwardEntry2 and the related pages, Return value."},
     {NoLinkNamed::file_not_found, "file-not-found", observed, on_windows,
      "Windows: error 2 on Delete (asserting test, strong) and on Create (one report, weak)."}});

enum class MissingLink : std::uint8_t { not_found, file_not_found };
inline constexpr auto unknown_link_status = question<MissingLink>(
    "unknown-link-status", "With which status does a call fail if the link does not exist?",
    calls(Call::best_route, Call::get_anycast, Call::get_link),
    {{MissingLink::not_found, "not-found", documented, on_windows, "The driver pages, Return value."},
     {MissingLink::file_not_found, "file-not-found", documented, on_windows,
      "The user-mode pages of the same functions, Return value."}});

enum class MissingEntry : std::uint8_t {
  not_found,
  invalid_parameter,
  file_not_found,
  not_supported,
  object_already_exists,
  invalid_handle,
  access_denied,
  other
};
// The positions of the subjects.
enum class MissingIn : std::uint8_t {
  set_route,
  get_route,
  delete_route,
  get_anycast,
  delete_anycast,
  delete_anycast_on_loopback
};
inline constexpr auto missing_entry = question<MissingEntry>(
    "missing-entry", "With which status does a call fail if the entry does not exist?",
    members(function_name(Call::set_route), function_name(Call::get_route), delete_function,
            function_name(Call::get_anycast), function_name(Call::delete_anycast),
            "DeleteAnycastIpAddressEntry on a loopback link"),
    {{MissingEntry::not_found, "not-found", documented, on_windows,
      "No page names a code. Windows: not found (test, production)."},
     {MissingEntry::invalid_parameter, "invalid-parameter", documented,
      on_windows_except_for(function_name(Call::get_route), delete_function),
      "No page names a code. Windows: observed for a related call for addresses, in one report only on "
      "a loopback link; Get and Delete of a route say not found (test, production; strong)."},
     {MissingEntry::file_not_found, "file-not-found", documented, not_on_windows,
      "No page names a code."},
     {MissingEntry::not_supported, "not-supported", documented, not_on_windows, "No page names a code."},
     {MissingEntry::object_already_exists, "object-already-exists", documented, not_on_windows,
      "No page names a code."},
     {MissingEntry::invalid_handle, "invalid-handle", documented, not_on_windows,
      "No page names a code."},
     {MissingEntry::access_denied, "access-denied", documented, not_on_windows, "No page names a code."},
     {MissingEntry::other, "other", documented, not_on_windows, "No page names a code."}});

enum class MissingRoute : std::uint8_t {
  not_found,
  network_unreachable,
  invalid_parameter,
  file_not_found,
  not_supported,
  other
};
inline constexpr auto missing_route = question<MissingRoute>(
    "missing-route", "With which status does GetBestRoute2 fail if no route matches?", one_subject,
    {{MissingRoute::not_found, "not-found", documented, not_on_windows, "No page names a code."},
     {MissingRoute::network_unreachable, "network-unreachable", documented, on_windows,
      "No page names a code. Windows: 1231 (strong: four independent reports)."},
     {MissingRoute::invalid_parameter, "invalid-parameter", documented, not_on_windows,
      "No page names a code."},
     {MissingRoute::file_not_found, "file-not-found", documented, not_on_windows,
      "No page names a code."},
     {MissingRoute::not_supported, "not-supported", documented, not_on_windows, "No page names a code."},
     {MissingRoute::other, "other", documented, not_on_windows, "No page names a code."}});

enum class DuplicateNumber : std::uint8_t { win32, ntstatus };
inline constexpr auto duplicate_status = question<DuplicateNumber>(
    "duplicate-status", "Which status number means a duplicate?",
    calls(Call::create_route, Call::create_anycast),
    {{DuplicateNumber::win32, "win32", documented, on_windows,
      "CreateIpForwardEntry2, Return value: the printed code is ERROR_OBJECT_ALREADY_EXISTS (5010)."},
     {DuplicateNumber::ntstatus, "ntstatus", documented, on_windows,
      "CreateIpForwardEntry2 returns NTSTATUS. Windows: STATUS_DUPLICATE_OBJECTID in a driver "
      "(production)."}});

enum class KeyMember : std::uint8_t { destination, next_hop, address };
// The bytes outside the IP address.
enum class StrayKind : std::uint8_t { port, flow_info, scope_id, zero, tail };
inline constexpr std::size_t stray_kinds = 5;
enum class StrayBytes : std::uint8_t { ignored, distinguished, refused };
// The subjects: the five kinds of bytes in each of the three members, then in each member a scope id
// that is the index of the row's link. It names the zone of that link, as a scope id of 0 does.
inline constexpr std::size_t first_scope_of_link = 3 * stray_kinds;
inline constexpr auto stray_bytes = question<StrayBytes>(
    "stray-bytes", "Do bytes outside the IP address matter?",
    members("destination port", "destination flow info", "destination scope id", "destination sin_zero",
            "destination tail", "next hop port", "next hop flow info", "next hop scope id",
            "next hop sin_zero", "next hop tail", "anycast port", "anycast flow info",
            "anycast scope id", "anycast sin_zero", "anycast tail", "destination scope id of the link",
            "next hop scope id of the link", "anycast scope id of the link"),
    {{StrayBytes::ignored, "ignored", documented, on_windows,
      "No page mentions them. Windows: read back as zero."},
     {StrayBytes::distinguished, "distinguished", documented, on_windows,
      "No page mentions them; they are part of the member."},
     {StrayBytes::refused, "refused", documented, on_windows,
      "No page mentions them; the address must be valid."}});

// Subjects in the order of AddressClass, like those of next_hop_class. Then prefixes that begin with the
// all-zero address and are too wide to be of one class.
inline constexpr std::size_t half_of_ipv4 = 7;
inline constexpr std::size_t part_of_ipv6 = 8;
inline constexpr std::uint8_t longest_part_of_ipv6 = 5;
inline constexpr auto destination_class = question<Permission>(
    "destination-class", "May the destination of a route be of this class?",
    members("this network", "loopback", "multicast", "class E", "broadcast", "mapped", "unspecified",
            "lower half of IPv4", "lower part of IPv6"),
    {{Permission::accepted, "accepted", documented, on_windows,
      "The page's Return value does not list it as an error. Windows: VPN clients add 0.0.0.0/1, ::/1 "
      "and ::/3 instead of a default route (production; very strong)."},
     {Permission::refused, "refused", documented,
      on_windows_except_for("lower half of IPv4", "lower part of IPv6"),
      "The page's Remarks: the member must be valid, which is not defined."}});

inline constexpr auto next_hop_class = question<Permission>(
    "next-hop-class", "May a next hop be of this class?",
    members("this network", "loopback", "multicast", "class E", "broadcast", "mapped"),
    {{Permission::accepted, "accepted", documented, on_windows_except_for("loopback"),
      "The page's Return value does not list it as an error."},
     {Permission::refused, "refused", documented, on_windows,
      "The page's Remarks: the member must be valid, which is not defined. Windows: a loopback next "
      "hop is an invalid parameter on every link (production and continuous integration; strong)."}});

inline constexpr auto loopback_link_next_hop = question<Permission>(
    "loopback-link-next-hop", "May a route on the loopback link have a next hop?", one_subject,
    {{Permission::accepted, "accepted", documented, on_windows,
      "The page's Return value does not list it as an error. Windows: accepted and listed, unless the "
      "next hop is a loopback address (strong)."},
     {Permission::refused, "refused", documented, not_on_windows,
      "MIB_IPFORWARD_ROW2, Members: the next hop of a loopback route is all zeros."}});

enum class OwnNextHop : std::uint8_t { as_given, on_link, same_key, on_link_in_every_call };
inline constexpr auto own_next_hop = question<OwnNextHop>(
    "own-next-hop", "What is a route whose next hop is a unicast address of its own link?", one_subject,
    {{OwnNextHop::as_given, "as-given", documented, on_windows,
      "CreateIpForwardEntry2, Remarks: any valid next hop is taken as it is."},
     {OwnNextHop::on_link, "on-link", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members: an on-link route has a next hop of zeros. Windows: stored so, and "
      "Delete with the requested next hop misses it (production; contested)."},
     {OwnNextHop::same_key, "same-key", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members. Windows: read back as given, and a duplicate of the on-link route "
      "(asserting test; contested)."},
     {OwnNextHop::on_link_in_every_call, "on-link-in-every-call", documented, not_on_windows,
      "MIB_IPFORWARD_ROW2, Members: as on-link, and Get, Set and Delete with the next hop find the "
      "route."}});

inline constexpr auto valid_lifetime_0 =
    question<Permission>("valid-lifetime-0", "May the valid lifetime of a route be 0?",
                         calls(Call::create_route, Call::set_route), permitted_or_refused);

inline constexpr auto questions_about_arguments = std::to_array<const Reading*>(
    {&duplicate_key, &site_prefix_sentinel, &host_bits, &host_bits_in_lookups, &family_mismatch,
     &next_hop_of_family_0, &link_without_that_family, &no_stack_on_the_machine, &neither_luid_nor_index,
     &unknown_link_status, &missing_entry, &missing_route, &duplicate_status, &stray_bytes,
     &destination_class, &next_hop_class, &loopback_link_next_hop, &own_next_hop, &valid_lifetime_0});

}  // namespace netioconf::oracle::readings
