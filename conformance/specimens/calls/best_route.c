#include "conformance/specimens/address.h"
#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/routes.h"

static enum status check_best_ids(const struct arguments* arguments) {
  const bool neither = arguments->luid == 0 && arguments->index == 0;
  return neither && knob.best_without_link == accepted ? status_success : check_ids(arguments);
}

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {check_address_family, check_best_ids,   check_link,
                                 check_machine_stack,  check_link_stack, check_stray};
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

static uint64_t whole_metric(const struct route* route) {
  const ULONG offset = route->row.Metric;
  const ULONG of_link = link_metric(route->link, route->row.DestinationPrefix.Prefix.si_family);
  if (fault(best_ignores_link_metric)) return offset;
  if (fault(best_ignores_offset)) return of_link;
  if (offset == 0xffffffff && knob.unused_metric_sum == unused_counts_zero) return of_link;
  return (uint64_t)offset + of_link;
}

static bool is_better(const struct route* one, const struct route* other) {
  if (other == NULL) return true;
  const unsigned length = one->row.DestinationPrefix.PrefixLength;
  const unsigned other_length = other->row.DestinationPrefix.PrefixLength;
  if (fault(best_of_lowest_metric)) return whole_metric(one) < whole_metric(other);
  if (length != other_length) return (length > other_length) != fault(best_of_shortest_prefix);
  if (fault(best_of_highest_metric)) return whole_metric(one) > whole_metric(other);
  return whole_metric(one) < whole_metric(other);
}

enum unconnected_links { pass_over_unconnected, use_unconnected };

static bool is_passed_over(const struct route* route, enum unconnected_links unconnected) {
  const netioconf_link_details* details = details_of(route->link);
  const bool is_default = route->row.DestinationPrefix.PrefixLength == 0;
  const bool ignored = is_default && details->ignores_default_routes != 0;
  const bool used = is_all_zero(&route->row.NextHop) && fault(best_uses_ignored_on_link_default_routes);
  if (ignored && !used) return true;
  return details->disconnected != 0 && unconnected == pass_over_unconnected;
}

/* If the source restricts the search, it does so to the links that have it, if any has. */
static bool sends_from(const netioconf_link* link, const SOCKADDR_INET* source) {
  if (knob.best_source_restricts != yes || is_address_of_link(link, source)) return true;
  for (size_t i = 0; i < machine()->link_count; ++i) {
    if (is_address_of_link(&machine()->links[i], source)) return false;
  }
  return true;
}

static const struct route* best_of(const netioconf_link* link, const SOCKADDR_INET* destination,
                                   const SOCKADDR_INET* source, enum unconnected_links unconnected) {
  const struct route* best = NULL;
  for (size_t i = 0; i < route_count(); ++i) {
    const struct route* route = route_at(i);
    if (link != NULL && route->link != link && !fault(best_on_any_link)) continue;
    if (!sends_from(route->link, source) || is_passed_over(route, unconnected)) continue;
    if (fault(best_without_default) && route->row.DestinationPrefix.PrefixLength == 0) continue;
    if (covers(&route->row.DestinationPrefix, destination) && is_better(route, best)) best = route;
  }
  return best;
}

static const struct route* find_best(const struct arguments* arguments, const SOCKADDR_INET* source) {
  const bool passes_over = knob.best_unconnected == unconnected_passed_over;
  const struct route* best = best_of(arguments->link, arguments->address, source,
                                     passes_over ? pass_over_unconnected : use_unconnected);
  const bool again = best == NULL && fault(best_falls_back_to_unconnected);
  return again ? best_of(arguments->link, arguments->address, source, use_unconnected) : best;
}

static SOCKADDR_INET address_of_another_host(ADDRESS_FAMILY family) {
  static const uint8_t bytes[] = {203, 0, 113, 254, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  SOCKADDR_INET address = all_zero_of(family);
  copy_row((char*)&address + (bytes_of(&address) - (const uint8_t*)&address), bytes,
           bits_of(family) / 8);
  return address;
}

/* The caller's source if the link has it, else an address of the link near the next hop. */
static SOCKADDR_INET source_of(const struct route* best, const struct arguments* arguments,
                               const SOCKADDR_INET* given) {
  const SOCKADDR_INET* next_hop = &best->row.NextHop;
  const ADDRESS_FAMILY family = arguments->address->si_family;
  if (fault(best_source_of_another_host)) return address_of_another_host(family);
  const bool on_link = next_hop->si_family != family || is_all_zero(next_hop);
  const SOCKADDR_INET* own = address_of_link(best->link, on_link ? arguments->address : next_hop);
  const bool keeps_given =
      given->si_family == family && (own == NULL || is_address_of_link(best->link, given));
  if (keeps_given) return *given;
  return own != NULL ? *own : all_zero_of(family);
}

static enum status best_route(const struct arguments* arguments, const SOCKADDR_INET* given,
                              MIB_IPFORWARD_ROW2* row, SOCKADDR_INET* source) {
  const enum status status = check_all(arguments);
  if (status != status_success) {
    const bool searched = fault(best_unknown_link_searched) && arguments->link == NULL;
    if (!searched || status != (enum status)knob.best_unknown_link) return status;
  }
  const struct route* best = find_best(arguments, given);
  if (best == NULL) return (enum status)knob.best_missing;
  *row = shown(best);
  *source = source_of(best, arguments, given);
  if (fault(best_prefix_is_destination)) {
    row->DestinationPrefix.Prefix = *arguments->address;
    row->DestinationPrefix.PrefixLength = (UCHAR)bits_of(arguments->address->si_family);
  }
  return status_success;
}

NETIO_STATUS GetBestRoute2(NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                           const SOCKADDR_INET* destination, ULONG sort_options,
                           PMIB_IPFORWARD_ROW2 best, SOCKADDR_INET* best_source) {
  (void)sort_options; /* The page says that it is not used. */
  enter();
  const bool source_needed = knob.best_source_null == refused;
  if (destination == NULL || best == NULL || (best_source == NULL && source_needed)) {
    return leave(fault(best_null_accepted) ? status_success : status_invalid_parameter);
  }
  SOCKADDR_INET address;
  copy_row(&address, destination, sizeof address);
  struct arguments arguments = {.call = call_best_route, .index = index, .address = &address};
  if (luid != NULL) copy_row(&arguments.luid, luid, sizeof arguments.luid);
  arguments.link = find_link(arguments.luid, arguments.index);
  SOCKADDR_INET given = all_zero_of(address.si_family);
  if (source != NULL) copy_row(&given, source, sizeof given);
  MIB_IPFORWARD_ROW2 row;
  SOCKADDR_INET from;
  const enum status status = best_route(&arguments, &given, &row, &from);
  if (status != status_success) return leave(status);
  copy_row(best, &row, sizeof row);
  if (best_source != NULL) copy_row(best_source, &from, sizeof from);
  return leave(status_success);
}
