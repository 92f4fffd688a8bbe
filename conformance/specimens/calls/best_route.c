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

static const struct route* best_of(const netioconf_link* link, const SOCKADDR_INET* destination) {
  const struct route* best = NULL;
  for (size_t i = 0; i < route_count(); ++i) {
    const struct route* route = route_at(i);
    if (link != NULL && route->link != link && !fault(best_on_any_link)) continue;
    if (fault(best_without_default) && route->row.DestinationPrefix.PrefixLength == 0) continue;
    if (covers(&route->row.DestinationPrefix, destination) && is_better(route, best)) best = route;
  }
  return best;
}

static enum status best_route(const struct arguments* arguments, MIB_IPFORWARD_ROW2* row) {
  const enum status status = check_all(arguments);
  if (status != status_success) {
    const bool searched = fault(best_unknown_link_searched) && arguments->link == NULL;
    if (!searched || status != (enum status)knob.best_unknown_link) return status;
  }
  const struct route* best = best_of(arguments->link, arguments->address);
  if (best == NULL) return (enum status)knob.best_missing;
  *row = shown(best);
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
  if (destination == NULL || best == NULL || best_source == NULL) {
    return leave(fault(best_null_accepted) ? status_success : status_invalid_parameter);
  }
  SOCKADDR_INET address;
  copy_row(&address, destination, sizeof address);
  struct arguments arguments = {.call = call_best_route, .index = index, .address = &address};
  if (luid != NULL) copy_row(&arguments.luid, luid, sizeof arguments.luid);
  arguments.link = find_link(arguments.luid, arguments.index);
  MIB_IPFORWARD_ROW2 row;
  const enum status status = best_route(&arguments, &row);
  if (status != status_success) return leave(status);
  SOCKADDR_INET from = all_zero_of(address.si_family);
  if (source != NULL) copy_row(&from, source, sizeof from);
  if (from.si_family != address.si_family) from = all_zero_of(address.si_family);
  copy_row(best, &row, sizeof row);
  copy_row(best_source, &from, sizeof from);
  return leave(status_success);
}
