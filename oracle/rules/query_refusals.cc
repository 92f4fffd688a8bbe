#include "oracle/rules/query_refusals.h"

#include "oracle/state/key.h"

namespace netioconf::oracle::rules {
namespace {

using promised::entry_is_missing;
using promised::invalid_parameter;
using promised::link_is_missing;
using promised::no_link_named;
using promised::not_found;
using promised::not_supported;
using promised::stack_is_missing;

bool family_is_unknown(std::uint16_t family) { return family != unspecified_family && !is_ip(family); }

// Tables.

bool table_is_null(const TableSituation& situation) { return situation.arguments.null_table; }

bool table_family_is_unknown(const TableSituation& situation) {
  return family_is_unknown(situation.arguments.family);
}

bool machine_lacks_table_family(const TableSituation& situation) {
  return is_ip(situation.arguments.family) && !machine_has(situation.host, situation.arguments.family);
}

bool machine_has_no_stack_at_all(const TableSituation& situation) {
  return situation.arguments.family == unspecified_family && !situation.host.ipv4 &&
         !situation.host.ipv6;
}

bool routes_are_gone(const TableSituation& situation) {
  const std::uint16_t family = situation.arguments.family;
  if (situation.state.lasting_routes(family) != 0) return false;
  return situation.state.expiring_routes(family) == 0 || situation.choices.nondeterministic();
}

bool route_table_is_empty(const TableSituation& situation) {
  return !family_is_unknown(situation.arguments.family) && routes_are_gone(situation);
}

bool anycast_table_is_empty(const TableSituation& situation) {
  return !family_is_unknown(situation.arguments.family) &&
         situation.state.anycast_count(situation.arguments.family) == 0;
}

enum class Empty : std::uint8_t { is_refused, is_a_table };
enum class AnyStack : std::uint8_t { as_empty, is_refused };

template <Call call>
consteval std::array<Refusal<TableSituation>, 5> table_refusals(
    std::string_view page, std::array<std::string_view, 5> ids,
    bool (*is_empty)(const TableSituation&)) {
  const Citation returns{page, "Return value"};
  return {{
      {refusal_rule(ids[0], call, returns, "a NULL table pointer is refused"), table_is_null,
       invalid_parameter},
      {refusal_rule(ids[1], call, returns, "a family other than IPv4, IPv6 and unspecified is refused"),
       table_family_is_unknown, invalid_parameter},
      {refusal_rule(ids[2], call, returns, "a family without a stack on the machine is not supported",
                    "no-stack-on-the-machine"),
       machine_lacks_table_family, stack_is_missing, readings::ReadingId::no_stack_on_the_machine},
      {refusal_rule(ids[3], call, returns,
                    "a table for AF_UNSPEC is not supported on a machine without any IP stack",
                    "table-without-any-stack"),
       machine_has_no_stack_at_all, not_supported, readings::ReadingId::table_without_any_stack,
       only(AnyStack::is_refused)},
      {refusal_rule(ids[4], call, returns, "an empty table is answered with not found", "empty-table"),
       is_empty, not_found, readings::ReadingId::empty_table, only(Empty::is_refused)},
  }};
}

constexpr auto route_tables = table_refusals<Call::route_table>(
    "GetIpForwardTable2",
    {"route-table.null-table", "route-table.family", "route-table.stack", "route-table.any-stack",
     "route-table.empty"},
    route_table_is_empty);
constexpr auto anycast_tables = table_refusals<Call::anycast_table>(
    "GetAnycastIpAddressTable",
    {"anycast-table.null-table", "anycast-table.family", "anycast-table.stack",
     "anycast-table.any-stack", "anycast-table.empty"},
    anycast_table_is_empty);

// GetBestRoute2.

bool an_argument_is_null(const BestRouteSituation& situation) {
  return !situation.arguments.destination || situation.arguments.null_best_route ||
         situation.arguments.null_best_source;
}

bool destination_is_ip(const BestRouteSituation& situation) {
  return situation.arguments.destination && is_ip(situation.arguments.destination->family);
}

bool destination_is_no_ip(const BestRouteSituation& situation) {
  return situation.arguments.destination && !is_ip(situation.arguments.destination->family);
}

bool no_link_is_named(const BestRouteSituation& situation) {
  return situation.arguments.luid.value_or(0) == 0 && situation.arguments.index == 0;
}

bool named_link_is_unknown(const BestRouteSituation& situation) {
  return situation.link == nullptr && !no_link_is_named(situation);
}

bool such_destinations_are(readings::BestRouteClass answer, const BestRouteSituation& situation,
                           std::size_t subject) {
  return situation.choices.ask<readings::BestRouteClass>(
             readings::ReadingId::best_route_destination_class, subject) == answer;
}

// Whether this is the answer for the class of the destination or for a byte outside its IP address.
bool destination_is(readings::BestRouteClass answer, const BestRouteSituation& situation) {
  if (!destination_is_ip(situation)) return false;
  const SocketAddress& destination = *situation.arguments.destination;
  const auto kind = static_cast<std::size_t>(classify(destination));
  constexpr auto classes = static_cast<std::size_t>(AddressClass::link_local);
  if (kind < classes && such_destinations_are(answer, situation, kind)) return true;
  for (std::size_t stray = 0; stray < readings::stray_kinds; ++stray) {
    if (state::has_stray_bytes(destination, static_cast<readings::StrayKind>(stray)) &&
        such_destinations_are(answer, situation, classes + stray)) {
      return true;
    }
  }
  return false;
}

bool destination_class_is_refused(const BestRouteSituation& situation) {
  return destination_is(readings::BestRouteClass::refused, situation);
}

bool machine_lacks_destination_family(const BestRouteSituation& situation) {
  return destination_is_ip(situation) &&
         !machine_has(situation.host, situation.arguments.destination->family);
}

bool named_link_lacks_family(const BestRouteSituation& situation) {
  return situation.link != nullptr && destination_is_ip(situation) &&
         !link_has(*situation.link, situation.arguments.destination->family);
}

bool no_route_leads_there(const BestRouteSituation& situation) {
  if (!destination_is_ip(situation)) return false;
  if (destination_is(readings::BestRouteClass::no_route, situation)) return true;
  return !named_link_is_unknown(situation) && !situation.some_route_matches;
}

constexpr Citation best_returns{"GetBestRoute2", "Return value"};
constexpr Citation best_remarks{"GetBestRoute2", "Remarks"};
constexpr Call searches = Call::best_route;
using BestRefusal = Refusal<BestRouteSituation>;
constexpr std::array best_refusals = {
    BestRefusal{refusal_rule("best-route.null-argument", searches, best_returns,
                             "NULL as destination, best route or best source is refused"),
                an_argument_is_null, invalid_parameter},
    BestRefusal{refusal_rule("best-route.destination-family", searches, best_returns,
                             "a destination that is neither IPv4 nor IPv6 is refused"),
                destination_is_no_ip, invalid_parameter},
    BestRefusal{refusal_rule("best-route.destination-class", searches, best_remarks,
                             "addresses of some classes are not valid destinations",
                             "best-route-destination-class"),
                destination_class_is_refused, invalid_parameter},
    BestRefusal{refusal_rule("best-route.link-unspecified", searches, best_returns,
                             "a call with neither LUID nor index is refused", "best-route-without-link"),
                no_link_is_named, invalid_parameter, readings::ReadingId::best_route_without_link,
                only(readings::WithoutLink::refused)},
    BestRefusal{refusal_rule("best-route.link-known", searches, best_returns,
                             "a link that does not exist is not found", "unknown-link-status"),
                named_link_is_unknown, link_is_missing, readings::ReadingId::unknown_link_status},
    BestRefusal{refusal_rule("best-route.missing", searches, best_remarks,
                             "a destination that no route matches has no best route", "missing-route"),
                no_route_leads_there, entry_is_missing, readings::ReadingId::missing_route},
    BestRefusal{refusal_rule("best-route.stack", searches, best_returns,
                             "a family without a stack on the machine is not supported",
                             "no-stack-on-the-machine"),
                machine_lacks_destination_family, stack_is_missing,
                readings::ReadingId::no_stack_on_the_machine},
    BestRefusal{refusal_rule("best-route.link-stack", searches, best_returns,
                             "a link without a stack for the destination's family has no such route",
                             "link-without-that-family"),
                named_link_lacks_family, stack_is_missing,
                readings::ReadingId::link_without_that_family},
};

// GetIpInterfaceEntry.

bool link_row_is_null(const LinkSituation& situation) { return !situation.arguments.row; }

bool link_family_is_no_ip(const LinkSituation& situation) {
  return situation.arguments.row && !is_ip(situation.arguments.row->family);
}

bool link_is_unspecified(const LinkSituation& situation) {
  return situation.arguments.row && situation.arguments.row->luid == 0 &&
         situation.arguments.row->index == 0;
}

bool link_is_unknown(const LinkSituation& situation) {
  return situation.arguments.row && situation.link == nullptr && !link_is_unspecified(situation);
}

bool link_lacks_family(const LinkSituation& situation) {
  if (situation.link == nullptr || !is_ip(situation.arguments.row->family)) return false;
  const std::uint16_t family = situation.arguments.row->family;
  return !machine_has(situation.host, family) || !link_has(*situation.link, family);
}

constexpr Citation link_returns{"GetIpInterfaceEntry", "Return value"};
constexpr Call asks = Call::get_link;
using LinkRefusal = Refusal<LinkSituation>;
constexpr std::array link_refusals_of_page = {
    LinkRefusal{refusal_rule("link-metric.null-row", asks, link_returns, "a NULL row is refused"),
                link_row_is_null, invalid_parameter},
    LinkRefusal{refusal_rule("link-metric.family", asks, link_returns,
                             "a family other than IPv4 and IPv6 is refused"),
                link_family_is_no_ip, invalid_parameter},
    LinkRefusal{refusal_rule("link-metric.link-unspecified", asks, link_returns,
                             "a row with neither LUID nor index is refused", "neither-luid-nor-index"),
                link_is_unspecified, no_link_named, readings::ReadingId::neither_luid_nor_index},
    LinkRefusal{refusal_rule("link-metric.link-known", asks, link_returns,
                             "a link that does not exist is not found", "unknown-link-status"),
                link_is_unknown, link_is_missing, readings::ReadingId::unknown_link_status},
    LinkRefusal{
        refusal_rule("link-metric.link-stack", asks, link_returns,
                     "a link without a stack for the family is not an IP interface of that family",
                     "link-without-that-family"),
        link_lacks_family, stack_is_missing, readings::ReadingId::link_without_that_family},
};

// NotifyRouteChange2.

bool notify_family_is_unknown(const NotifySituation& situation) {
  return family_is_unknown(situation.arguments.family);
}

constexpr std::array notify_refusals_of_page = {
    Refusal<NotifySituation>{refusal_rule("notify.family", Call::notify_route_change,
                                          Citation{"NotifyRouteChange2", "Return value"},
                                          "a family other than IPv4, IPv6 and unspecified is refused"),
                             notify_family_is_unknown, invalid_parameter},
};

}  // namespace

std::span<const Refusal<TableSituation>> route_table_refusals() { return route_tables; }
std::span<const Refusal<TableSituation>> anycast_table_refusals() { return anycast_tables; }
std::span<const Refusal<BestRouteSituation>> best_route_refusals() { return best_refusals; }
std::span<const Refusal<LinkSituation>> link_refusals() { return link_refusals_of_page; }
std::span<const Refusal<NotifySituation>> notify_refusals() { return notify_refusals_of_page; }

}  // namespace netioconf::oracle::rules
