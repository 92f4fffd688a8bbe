#include "oracle/readings/reading.h"

#include <algorithm>
#include <array>

#include "oracle/model/operation.h"
#include "oracle/readings/reading_id.h"

namespace netioconf::oracle::readings {
namespace {

constexpr Basis documented = Basis::documented;
constexpr Basis observed = Basis::observed;
constexpr bool on_windows = true;  // open under the profile `windows`
constexpr bool not_on_windows = false;

constexpr std::array<std::string_view, 1> one_subject = {""};

constexpr std::array creating_calls = {function_name(Call::create_route),
                                       function_name(Call::create_anycast)};
constexpr std::array link_naming_calls = {
    function_name(Call::create_route),   function_name(Call::set_route),
    function_name(Call::get_route),      function_name(Call::delete_route),
    function_name(Call::create_anycast), function_name(Call::get_anycast),
    function_name(Call::delete_anycast), function_name(Call::get_link)};
constexpr std::array route_key_calls = {function_name(Call::create_route),
                                        function_name(Call::set_route), function_name(Call::get_route),
                                        function_name(Call::delete_route)};
constexpr std::array route_lookup_calls = {
    function_name(Call::set_route), function_name(Call::get_route), function_name(Call::delete_route)};
constexpr std::array family_calls = {
    function_name(Call::create_route), function_name(Call::set_route),
    function_name(Call::get_route),    function_name(Call::delete_route),
    function_name(Call::best_route),   function_name(Call::create_anycast),
    function_name(Call::get_anycast),  function_name(Call::delete_anycast),
    function_name(Call::get_link)};
constexpr std::array lifetime_calls = {function_name(Call::create_route),
                                       function_name(Call::set_route)};
constexpr std::array stack_calls = {
    function_name(Call::create_route),   function_name(Call::get_route),
    function_name(Call::delete_route),   function_name(Call::best_route),
    function_name(Call::create_anycast), function_name(Call::get_anycast),
    function_name(Call::delete_anycast), function_name(Call::route_table),
    function_name(Call::anycast_table)};
constexpr std::array<std::string_view, 2> wildcard_subjects = {"destination", "next hop"};
constexpr std::array unknown_link_calls = {
    function_name(Call::best_route), function_name(Call::get_anycast), function_name(Call::get_link)};
constexpr std::array missing_entry_calls = {
    function_name(Call::set_route), function_name(Call::get_route), function_name(Call::delete_route),
    function_name(Call::get_anycast), function_name(Call::delete_anycast)};
constexpr std::array table_calls = {function_name(Call::route_table),
                                    function_name(Call::anycast_table)};
constexpr std::array<std::string_view, 15> stray_subjects = {
    "destination port",  "destination flow info", "destination scope id", "destination sin_zero",
    "destination tail",  "next hop port",         "next hop flow info",   "next hop scope id",
    "next hop sin_zero", "next hop tail",         "anycast port",         "anycast flow info",
    "anycast scope id",  "anycast sin_zero",      "anycast tail"};
// In the order of AddressClass, then addresses with stray bytes in the order of StrayKind.
constexpr std::array<std::string_view, 12> class_subjects = {
    "this network", "loopback",  "multicast",      "class E",       "broadcast",     "mapped",
    "unspecified",  "with port", "with flow info", "with scope id", "with sin_zero", "with tail"};
constexpr std::array<std::string_view, 7> destination_class_subjects = {
    "this network", "loopback", "multicast", "class E", "broadcast", "mapped", "unspecified"};
constexpr std::array<std::string_view, 6> next_hop_class_subjects = {
    "this network", "loopback", "multicast", "class E", "broadcast", "mapped"};
constexpr std::array<std::string_view, 3> output_subjects = {"lifetimes", "site prefix",
                                                             "site prefix 255"};

constexpr std::array duplicate_key = {
    Answer{"prefix-and-next-hop", documented, on_windows,
           "CreateIpForwardEntry2, Remarks. Windows: NextHop is in the header's key group and in the "
           "stack's own key, and VPN clients rely on it (strong)."},
    Answer{"prefix", documented, not_on_windows, "CreateIpForwardEntry2, Return value."}};

constexpr std::array site_prefix_255 = {
    Answer{"accepted", documented, on_windows,
           "InitializeIpForwardEntry, Remarks: the row for Create gets an illegal SitePrefixLength. "
           "Windows: every client that leaves 255 there succeeds (very strong)."},
    Answer{"refused", documented, not_on_windows,
           "CreateIpForwardEntry2, Return value: 255 is greater than any prefix length."}};

constexpr std::array host_bits = {
    Answer{"refused", documented, on_windows,
           "CreateIpForwardEntry2, Remarks: the prefix must be valid, which is not defined. Windows: "
           "invalid parameter (strong; several clients mask the prefix first because of it)."},
    Answer{"masked", documented, not_on_windows,
           "IP_ADDRESS_PREFIX, Members: only the network part is mentioned."},
    Answer{"kept", documented, not_on_windows,
           "CreateIpForwardEntry2, Return value: host bits are not listed as an error."},
    Answer{"kept-but-not-compared", documented, not_on_windows,
           "CreateIpForwardEntry2, Return value: host bits are not listed as an error, and a prefix is "
           "its network part."}};

constexpr std::array host_bits_in_lookups = {
    Answer{"exact", documented, on_windows, "DeleteIpForwardEntry2, Remarks: the members must match."},
    Answer{"masked", documented, on_windows,
           "IP_ADDRESS_PREFIX, Members: a prefix is its network part."},
    Answer{"refused", documented, on_windows, "SetIpForwardEntry2, Remarks: the prefix must be valid."}};

constexpr std::array family_mismatch = {
    Answer{"refused", documented, on_windows,
           "CreateIpForwardEntry2, Return value: an invalid parameter was passed. No page mentions "
           "mixed families."},
    Answer{"not-supported", documented, on_windows,
           "CreateIpForwardEntry2, Return value: not supported."},
    Answer{"kept", documented, on_windows,
           "CreateIpForwardEntry2, Remarks: each of the two is valid on its own."}};

constexpr std::array next_hop_of_family_0 = {
    Answer{"refused", documented, on_windows, "CreateIpForwardEntry2, Return value and Remarks."},
    Answer{"on-link", observed, on_windows,
           "Windows: a client with many users leaves the whole next hop zero (production; contradicted "
           "by another client's commit)."}};

constexpr std::array link_without_that_family = {
    Answer{"not-supported", documented, on_windows,
           "CreateIpForwardEntry2, Return value: the link does not support routes, or not routes of "
           "this family."},
    Answer{"not-found", documented, on_windows,
           "CreateIpForwardEntry2, Return value: no such IP interface. Windows: observed by several "
           "clients."}};

constexpr std::array no_stack = {
    Answer{"not-supported", documented, on_windows,
           "CreateIpForwardEntry2 and the related pages, Return value."},
    Answer{"not-found", observed, on_windows,
           "Windows: not found (production; one client accepts both, so both stay open)."}};

constexpr std::array neither_luid_nor_index = {
    Answer{"invalid-parameter", documented, on_windows,
           "CreateIpForwardEntry2 and the related pages, Return value."},
    Answer{"file-not-found", observed, on_windows,
           "Windows: error 2 on Create and on Delete (two independent reports; weak to medium)."}};

constexpr std::array unknown_link_status = {
    Answer{"not-found", documented, on_windows, "The driver pages, Return value."},
    Answer{"file-not-found", documented, on_windows,
           "The user-mode pages of the same functions, Return value."}};

constexpr std::array missing_entry = {
    Answer{"not-found", documented, on_windows,
           "No page names a code. Windows: not found (test, production)."},
    Answer{"invalid-parameter", documented, on_windows,
           "No page names a code. Windows: observed for a related call for addresses."},
    Answer{"file-not-found", documented, not_on_windows, "No page names a code."},
    Answer{"not-supported", documented, not_on_windows, "No page names a code."},
    Answer{"object-already-exists", documented, not_on_windows, "No page names a code."},
    Answer{"invalid-handle", documented, not_on_windows, "No page names a code."},
    Answer{"access-denied", documented, not_on_windows, "No page names a code."},
    Answer{"other", documented, not_on_windows, "No page names a code."}};

// The same answers. Of Windows it is only known which of them it does not give.
constexpr std::array missing_route = {
    Answer{"not-found", documented, on_windows, "No page names a code."},
    Answer{"invalid-parameter", documented, on_windows, "No page names a code."},
    Answer{"file-not-found", documented, on_windows, "No page names a code."},
    Answer{"not-supported", documented, not_on_windows, "No page names a code."},
    Answer{"object-already-exists", documented, not_on_windows, "No page names a code."},
    Answer{"invalid-handle", documented, not_on_windows, "No page names a code."},
    Answer{"access-denied", documented, not_on_windows, "No page names a code."},
    Answer{"other", documented, on_windows,
           "No page names a code. A status that means an unreachable network would be plausible."}};

constexpr std::array duplicate_status = {
    Answer{
        "win32", documented, on_windows,
        "CreateIpForwardEntry2, Return value: the printed code is ERROR_OBJECT_ALREADY_EXISTS (5010)."},
    Answer{"ntstatus", documented, on_windows,
           "CreateIpForwardEntry2 returns NTSTATUS. Windows: STATUS_DUPLICATE_OBJECTID in a driver "
           "(production)."}};

constexpr std::array stray_bytes = {
    Answer{"ignored", documented, on_windows, "No page mentions them. Windows: read back as zero."},
    Answer{"told-apart", documented, on_windows, "No page mentions them; they are part of the member."},
    Answer{"refused", documented, on_windows, "No page mentions them; the address must be valid."}};

constexpr std::array permission = {
    Answer{"accepted", documented, on_windows, "The page's Return value does not list it as an error."},
    Answer{"refused", documented, on_windows,
           "The page's Remarks: the member must be valid, which is not defined."}};

constexpr std::array metric_read_back = {
    Answer{"offset", documented, on_windows, "GetIpForwardEntry2, Remarks."},
    Answer{"sum", documented, on_windows,
           "MIB_IPFORWARD_ROW2, Remarks: the metric is the cost of the route. Windows: may be adjusted "
           "(claimed)."}};

constexpr std::array flags_read_back = {
    Answer{"as-given", documented, on_windows, "GetIpForwardEntry2, Remarks."},
    Answer{
        "adjusted", documented, on_windows,
        "MIB_IPFORWARD_ROW2, Members: the flags describe the route, and the default row sets all of "
        "them to TRUE. Windows: properties may be adjusted at insertion (comment in production code)."}};

constexpr std::array get_validates_outputs = {
    Answer{"ignored", documented, on_windows, "The user-mode page of GetIpForwardEntry2, Return value."},
    Answer{"refused", documented, not_on_windows, "GetIpForwardEntry2, Return value."}};

constexpr std::array get_wildcard = {
    Answer{"refused", documented, on_windows, "GetIpForwardEntry2, Return value and Remarks."},
    Answer{"first-match", observed, on_windows,
           "The SDK header: prefix and next hop may be left out (observed once on Windows)."}};

constexpr std::array best_route_without_link = {
    Answer{"searched", documented, on_windows,
           "The user-mode page of GetBestRoute2 does not list it as an error. Windows: succeeds "
           "(several users)."},
    Answer{"refused", documented, not_on_windows, "GetBestRoute2, Return value."}};

constexpr std::array best_route_class = {
    Answer{"accepted", documented, on_windows, "The page's Return value does not list it as an error."},
    Answer{"refused", documented, on_windows,
           "GetBestRoute2, Remarks: the destination must be valid, which is not defined."},
    Answer{"no-route", documented, on_windows,
           "GetBestRoute2, Remarks: no page says that a route with a matching prefix, such as the "
           "default route, leads to such an address."}};

constexpr std::array empty_table = {
    Answer{"not-found", documented, not_on_windows,
           "GetIpForwardTable2 and GetAnycastIpAddressTable, Return value."},
    Answer{"success", observed, on_windows, "Windows: success and no rows (two test suites; good)."}};

constexpr std::array table_without_any_stack = {
    Answer{"as-empty", documented, on_windows,
           "GetIpForwardTable2, Return value: does not mention AF_UNSPEC."},
    Answer{"not-supported", documented, on_windows,
           "GetIpForwardTable2, Return value: the machine has no IP stack."}};

constexpr std::array<Reading, reading_count> catalogue = {{
    {"duplicate-key", "What makes a route a duplicate?", one_subject, duplicate_key},
    {"site-prefix-sentinel", "May SitePrefixLength be 255?", one_subject, site_prefix_255},
    {"host-bits", "What happens to a destination with non-zero host bits?", one_subject, host_bits},
    {"host-bits-in-lookups", "Does a destination with non-zero host bits match the entry without them?",
     route_lookup_calls, host_bits_in_lookups},
    {"family-mismatch", "May prefix and next hop have different families?", one_subject,
     family_mismatch},
    {"next-hop-of-family-0", "Does a next hop of family 0 count as missing or as on-link?",
     route_key_calls, next_hop_of_family_0},
    {"link-without-that-family",
     "With which status does a call fail if the link has no stack for the family?", family_calls,
     link_without_that_family},
    {"no-stack-on-the-machine",
     "With which status does a call fail if the machine has no stack for the family?", stack_calls,
     no_stack},
    {"neither-luid-nor-index", "With which status does a call fail if the row names no link?",
     link_naming_calls, neither_luid_nor_index},
    {"unknown-link-status", "With which status does a call fail if the link does not exist?",
     unknown_link_calls, unknown_link_status},
    {"missing-entry", "With which status does a call fail if the entry does not exist?",
     missing_entry_calls, missing_entry},
    {"missing-route", "With which status does GetBestRoute2 fail if no route matches?", one_subject,
     missing_route},
    {"duplicate-status", "Which status number means a duplicate?", creating_calls, duplicate_status},
    {"stray-bytes", "Do bytes outside the IP address matter?", stray_subjects, stray_bytes},
    {"destination-class", "May the destination of a route be of this class?", destination_class_subjects,
     permission},
    {"next-hop-class", "May a next hop be of this class?", next_hop_class_subjects, permission},
    {"loopback-link-next-hop", "May a route on the loopback link have a next hop?", one_subject,
     permission},
    {"valid-lifetime-0", "May the valid lifetime of a route be 0?", lifetime_calls, permission},
    {"metric-read-back", "Is the metric read back as the offset or as the sum?", one_subject,
     metric_read_back},
    {"flags-read-back", "Are the four flags read back as given?", one_subject, flags_read_back},
    {"set-of-illegal-values", "Does Set accept values that Create refuses?", output_subjects,
     permission},
    {"get-validates-outputs", "Does Get check members that it fills?", output_subjects,
     get_validates_outputs},
    {"get-wildcard", "May the caller of Get leave this member out?", wildcard_subjects, get_wildcard},
    {"best-route-without-link", "May the caller of GetBestRoute2 name no link?", one_subject,
     best_route_without_link},
    {"best-route-destination-class", "Does GetBestRoute2 find routes to a destination of this kind?",
     class_subjects, best_route_class},
    {"empty-table", "What does a table call return if there are no entries?", table_calls, empty_table},
    {"table-without-any-stack",
     "What does a table call for AF_UNSPEC return on a machine without any IP stack?", table_calls,
     table_without_any_stack},
    {"anycast-loopback", "May a loopback address be anycast?", one_subject, permission},
    {"anycast-class-e", "May a class E address be anycast?", one_subject, permission},
    {"anycast-broadcast", "May the broadcast address be anycast?", one_subject, permission},
    {"anycast-mapped", "May an IPv4-mapped address be anycast?", one_subject, permission},
    {"anycast-this-network", "May an address of 0.0.0.0/8 be anycast?", one_subject, permission},
}};

}  // namespace

std::span<const Reading> readings() { return catalogue; }

const Reading* find_reading(std::string_view id) {
  const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                  [id](const Reading& question) { return question.id == id; });
  return found == catalogue.end() ? nullptr : &*found;
}

std::string_view name_of(Profile profile) {
  return profile == Profile::documented ? "documented" : "windows";
}

std::optional<Profile> find_profile(std::string_view name) {
  for (const Profile profile : {Profile::documented, Profile::windows}) {
    if (name_of(profile) == name) return profile;
  }
  return std::nullopt;
}

}  // namespace netioconf::oracle::readings
