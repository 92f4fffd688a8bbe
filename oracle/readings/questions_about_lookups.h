#pragma once

#include <array>

#include "oracle/readings/question.h"

// What Set, Get, GetBestRoute2 and the table calls find and return, and what is notified.
namespace netioconf::oracle::readings {

// Subjects of the next two questions.
enum class Output : std::uint8_t { lifetimes, site_prefix, site_prefix_255 };
inline constexpr auto set_of_illegal_values = question<Permission>(
    "set-of-illegal-values", "Does Set accept values that Create refuses?",
    members("lifetimes", "site prefix", "site prefix 255"),
    {{Permission::accepted, "accepted", documented, on_windows,
      "The page's Return value does not list it as an error. Windows: two clients "
      "answer a duplicate with Set of the initialized row (production), and a test "
      "asserts its success (strong)."},
     {Permission::refused, "refused", documented, on_windows_except_for("site prefix 255"),
      "The page's Remarks: the member must be valid, which is not defined."}});

enum class OutputsOfGet : std::uint8_t { ignored, refused };
inline constexpr auto get_validates_outputs =
    question<OutputsOfGet>("get-validates-outputs", "Does Get check members that it fills?",
                           members("lifetimes", "site prefix", "site prefix 255"),
                           {{OutputsOfGet::ignored, "ignored", documented, on_windows,
                             "The user-mode page of GetIpForwardEntry2, Return value."},
                            {OutputsOfGet::refused, "refused", documented, not_on_windows,
                             "GetIpForwardEntry2, Return value."}});

enum class GetWildcard : std::uint8_t { refused, first_match };
// Subjects in the order of RouteMember.
enum class RouteMember : std::uint8_t { destination, next_hop, link };
inline constexpr auto get_wildcard = question<GetWildcard>(
    "get-wildcard", "May the caller of Get leave this member out?",
    members("destination", "next hop", "link"),
    {{GetWildcard::refused, "refused", documented, on_windows_only_for("destination"),
      "GetIpForwardEntry2, Return value and Remarks."},
     {GetWildcard::first_match, "first-match", observed, on_windows,
      "The SDK header: prefix and next hop may be left out. Windows: without next hop and without "
      "link it finds a route and fills the row (production and asserting tests; strong)."}});

// Subjects of the next two questions, the last one only of the second.
enum class Searched : std::uint8_t { every_link, named_link, link_of_source };
enum class Unconnected : std::uint8_t { passed_over, used };
inline constexpr auto unconnected_link = question<Unconnected>(
    "unconnected-link", "Does GetBestRoute2 find routes of a link that is not connected?",
    members("every link", "named link"),
    {{Unconnected::passed_over, "passed-over", documented, on_windows,
      "MIB_IPINTERFACE_ROW, Members: Connected is FALSE; no page says what becomes of the routes. "
      "Windows: passed over (asserting test; medium)."},
     {Unconnected::used, "used", documented, on_windows,
      "GetBestRoute2, Remarks: no condition but the destination is named."}});

enum class DefaultRoutes : std::uint8_t { passed_over, used };
inline constexpr auto ignored_default_routes = question<DefaultRoutes>(
    "ignored-default-routes", "Does GetBestRoute2 find a default route of a link that ignores them?",
    members("every link", "named link", "link of the source"),
    {{DefaultRoutes::passed_over, "passed-over", documented, on_windows,
      "MIB_IPINTERFACE_ROW, Members: DisableDefaultRoutes. Windows: passed over (asserting test)."},
     {DefaultRoutes::used, "used", documented, on_windows,
      "GetBestRoute2, Remarks: no condition but the destination is named."}});

enum class SourceAddress : std::uint8_t { its_link, any_link };
inline constexpr auto links_of_source = question<SourceAddress>(
    "links-of-source", "Which links does GetBestRoute2 search if it is passed a source address?",
    one_subject,
    {{SourceAddress::its_link, "its-link", documented, on_windows,
      "MIB_IPINTERFACE_ROW, Remarks: the lookup is restricted to the interface of that address, by "
      "default. Windows: another link's route is not found (asserting test; medium)."},
     {SourceAddress::any_link, "any-link", documented, not_on_windows,
      "MIB_IPINTERFACE_ROW, Remarks: a stack can be configured to use a weak host model. "
      "GetBestRoute2, Remarks: no restriction is named."}});

// Subjects of the next question, but the last: such a source may be refused, or its link passed over.
enum class SourceKind : std::uint8_t {
  other_family,
  with_stray_bytes,
  unspecified,
  loopback,
  of_no_link,
  of_another_link,
  of_unconnected_link,
};
enum class UnusualSource : std::uint8_t { accepted, refused };
inline constexpr auto unusual_source = question<UnusualSource>(
    "unusual-source", "May the source address of GetBestRoute2 be of this kind?",
    members("of another family", "with stray bytes", "unspecified", "loopback", "of no link",
            "of another link"),
    {{UnusualSource::accepted, "accepted", documented, on_windows,
      "The page's Return value does not list it as an error."},
     {UnusualSource::refused, "refused", documented, on_windows,
      "GetBestRoute2, Remarks: it is the preferred address, of which no page says more. No page names "
      "a code. Windows: not found for a link that is not connected (asserting test; medium)."}});

enum class NullBestSource : std::uint8_t { refused, accepted };
inline constexpr auto null_best_source = question<NullBestSource>(
    "null-best-source", "May BestSourceAddress of GetBestRoute2 be NULL?", one_subject,
    {{NullBestSource::refused, "refused", documented, on_windows, "GetBestRoute2, Return value."},
     {NullBestSource::accepted, "accepted", observed, on_windows,
      "Windows: some callers seem to pass NULL (weak; undecided)."}});

enum class LinkOfBestSource : std::uint8_t { of_best_route, any_link };
inline constexpr auto link_of_best_source = question<LinkOfBestSource>(
    "link-of-best-source", "Which link has the address that GetBestRoute2 finds as the best source?",
    one_subject,
    {{LinkOfBestSource::of_best_route, "of-best-route", documented, on_windows,
      "MIB_IPINTERFACE_ROW, Remarks: by default a strong host model is used. Windows: the adapter's own "
      "address; clients bind sockets to it (production and asserting tests; strong)."},
     {LinkOfBestSource::any_link, "any-link", documented, not_on_windows,
      "MIB_IPINTERFACE_ROW, Remarks: a stack can be configured to use a weak host model. "
      "GetBestRoute2, Parameters: no restriction is named."}});

enum class WithoutLink : std::uint8_t { searched, refused };
inline constexpr auto best_route_without_link = question<WithoutLink>(
    "best-route-without-link", "May the caller of GetBestRoute2 name no link?", one_subject,
    {{WithoutLink::searched, "searched", documented, on_windows,
      "The user-mode page of GetBestRoute2 does not list it as an error. Windows: succeeds "
      "(several users)."},
     {WithoutLink::refused, "refused", documented, not_on_windows, "GetBestRoute2, Return value."}});

enum class BestRouteClass : std::uint8_t { accepted, refused, no_route };
// Subjects in the order of AddressClass, then addresses with stray bytes in the order of StrayKind.
inline constexpr auto best_route_destination_class = question<BestRouteClass>(
    "best-route-destination-class", "Does GetBestRoute2 find routes to a destination of this kind?",
    members("this network", "loopback", "multicast", "class E", "broadcast", "mapped", "unspecified",
            "with port", "with flow info", "with scope id", "with sin_zero", "with tail"),
    {{BestRouteClass::accepted, "accepted", documented, on_windows,
      "The page's Return value does not list it as an error. Windows: loopback and unspecified "
      "destinations have a best route (strong)."},
     {BestRouteClass::refused, "refused", documented, on_windows_except_for("loopback", "unspecified"),
      "GetBestRoute2, Remarks: the destination must be valid, which is not defined."},
     {BestRouteClass::no_route, "no-route", documented, on_windows_except_for("loopback", "unspecified"),
      "GetBestRoute2, Remarks: no page says that a route with a matching prefix, such as the "
      "default route, leads to such an address."}});

enum class EmptyTable : std::uint8_t { not_found, success };
inline constexpr auto empty_table = question<EmptyTable>(
    "empty-table", "What does a table call return if there are no entries?",
    calls(Call::route_table, Call::anycast_table),
    {{EmptyTable::not_found, "not-found", documented,
      on_windows_only_for(function_name(Call::route_table)),
      "GetIpForwardTable2 and GetAnycastIpAddressTable, Return value."},
     {EmptyTable::success, "success", observed, on_windows,
      "Windows: success and no rows from GetAnycastIpAddressTable (two test suites; good). Nothing is "
      "known of GetIpForwardTable2: a real machine has routes."}});

enum class TableWithoutAnyStack : std::uint8_t { as_empty, not_supported };
inline constexpr auto table_without_any_stack = question<TableWithoutAnyStack>(
    "table-without-any-stack",
    "What does a table call for AF_UNSPEC return on a machine without any IP stack?",
    calls(Call::route_table, Call::anycast_table),
    {{TableWithoutAnyStack::as_empty, "as-empty", documented, on_windows,
      "GetIpForwardTable2, Return value: does not mention AF_UNSPEC."},
     {TableWithoutAnyStack::not_supported, "not-supported", documented, on_windows,
      "GetIpForwardTable2, Return value: the machine has no IP stack."}});

enum class InitialNotifications : std::uint8_t { once, once_a_family, once_a_route };
inline constexpr auto initial_notifications = question<InitialNotifications>(
    "initial-notifications", "How often does the initial notification come?",
    members("every family", "one family"),
    {{InitialNotifications::once, "once", documented, on_windows,
      "NotifyRouteChange2, Parameters: it confirms the registration."},
     {InitialNotifications::once_a_family, "once-a-family", documented, on_windows,
      "NotifyRouteChange2, Parameters: no number is named. Windows: twice for AF_UNSPEC, most likely "
      "once a family (one author; medium)."},
     {InitialNotifications::once_a_route, "once-a-route", documented, not_on_windows,
      "NotifyRouteChange2, Parameters: no number is named."}});

inline constexpr auto questions_about_lookups = std::to_array<const Reading*>(
    {&set_of_illegal_values, &get_validates_outputs, &get_wildcard, &unconnected_link,
     &ignored_default_routes, &links_of_source, &unusual_source, &null_best_source, &link_of_best_source,
     &best_route_without_link, &best_route_destination_class, &empty_table, &table_without_any_stack,
     &initial_notifications});

}  // namespace netioconf::oracle::readings
