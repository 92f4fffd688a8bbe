#pragma once

#include <array>

#include "oracle/readings/question.h"

// What Set, Get, GetBestRoute2 and the table calls find and return.
namespace netioconf::oracle::readings {

enum class MetricReadBack : std::uint8_t { offset, sum };
inline constexpr auto metric_read_back = question<MetricReadBack>(
    "metric-read-back", "Is the metric read back as the offset or as the sum?", one_subject,
    {{MetricReadBack::offset, "offset", documented, on_windows, "GetIpForwardEntry2, Remarks."},
     {MetricReadBack::sum, "sum", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Remarks: the metric is the cost of the route. Windows: may be adjusted "
      "(claimed)."}});

enum class FlagsReadBack : std::uint8_t { as_given, adjusted };
inline constexpr auto flags_read_back = question<FlagsReadBack>(
    "flags-read-back", "Are the four flags read back as given?", one_subject,
    {{FlagsReadBack::as_given, "as-given", documented, on_windows, "GetIpForwardEntry2, Remarks."},
     {FlagsReadBack::adjusted, "adjusted", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members: the flags describe the route, and the default row sets all of "
      "them to TRUE. Windows: properties may be adjusted at insertion (comment in production code)."}});

// Subjects of the next two questions.
enum class Output : std::uint8_t { lifetimes, site_prefix, site_prefix_255 };
inline constexpr auto set_of_illegal_values =
    question<Permission>("set-of-illegal-values", "Does Set accept values that Create refuses?",
                         members("lifetimes", "site prefix", "site prefix 255"), permitted_or_refused);

enum class OutputsOfGet : std::uint8_t { ignored, refused };
inline constexpr auto get_validates_outputs =
    question<OutputsOfGet>("get-validates-outputs", "Does Get check members that it fills?",
                           members("lifetimes", "site prefix", "site prefix 255"),
                           {{OutputsOfGet::ignored, "ignored", documented, on_windows,
                             "The user-mode page of GetIpForwardEntry2, Return value."},
                            {OutputsOfGet::refused, "refused", documented, not_on_windows,
                             "GetIpForwardEntry2, Return value."}});

enum class GetWildcard : std::uint8_t { refused, first_match };
// Subjects: KeyMember::destination and KeyMember::next_hop.
inline constexpr auto get_wildcard = question<GetWildcard>(
    "get-wildcard", "May the caller of Get leave this member out?", members("destination", "next hop"),
    {{GetWildcard::refused, "refused", documented, on_windows,
      "GetIpForwardEntry2, Return value and Remarks."},
     {GetWildcard::first_match, "first-match", observed, on_windows,
      "The SDK header: prefix and next hop may be left out (observed once on Windows)."}});

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
      "The page's Return value does not list it as an error."},
     {BestRouteClass::refused, "refused", documented, on_windows,
      "GetBestRoute2, Remarks: the destination must be valid, which is not defined."},
     {BestRouteClass::no_route, "no-route", documented, on_windows,
      "GetBestRoute2, Remarks: no page says that a route with a matching prefix, such as the "
      "default route, leads to such an address."}});

enum class EmptyTable : std::uint8_t { not_found, success };
inline constexpr auto empty_table =
    question<EmptyTable>("empty-table", "What does a table call return if there are no entries?",
                         calls(Call::route_table, Call::anycast_table),
                         {{EmptyTable::not_found, "not-found", documented, not_on_windows,
                           "GetIpForwardTable2 and GetAnycastIpAddressTable, Return value."},
                          {EmptyTable::success, "success", observed, on_windows,
                           "Windows: success and no rows (two test suites; good)."}});

enum class TableWithoutAnyStack : std::uint8_t { as_empty, not_supported };
inline constexpr auto table_without_any_stack = question<TableWithoutAnyStack>(
    "table-without-any-stack",
    "What does a table call for AF_UNSPEC return on a machine without any IP stack?",
    calls(Call::route_table, Call::anycast_table),
    {{TableWithoutAnyStack::as_empty, "as-empty", documented, on_windows,
      "GetIpForwardTable2, Return value: does not mention AF_UNSPEC."},
     {TableWithoutAnyStack::not_supported, "not-supported", documented, on_windows,
      "GetIpForwardTable2, Return value: the machine has no IP stack."}});

inline constexpr auto questions_about_lookups = std::to_array<const Reading*>(
    {&metric_read_back, &flags_read_back, &set_of_illegal_values, &get_validates_outputs, &get_wildcard,
     &best_route_without_link, &best_route_destination_class, &empty_table, &table_without_any_stack});

}  // namespace netioconf::oracle::readings
