#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/notifications.h"
#include "conformance/specimens/routes.h"

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {
      check_address_family,   check_prefix_length, check_next_hop_family,
      check_families_agree,   check_ids,           check_link,
      check_machine_stack,    check_link_stack,    check_stray,
      check_lookup_host_bits,
  };
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

static void remove_others(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row) {
  for (size_t i = route_count(); i > 0; --i) {
    const struct route* route = route_at(i - 1);
    if (!same_prefix(&route->row, row, host_part_of_lookups())) continue;
    const bool same_length =
        route->row.DestinationPrefix.PrefixLength == row->DestinationPrefix.PrefixLength;
    const bool same_link = route->link == link;
    const bool removed = (fault(delete_every_next_hop) && same_link && same_length) ||
                         (fault(delete_every_length) && same_link) ||
                         (fault(delete_every_link) && same_length);
    if (removed) remove_route(i - 1);
  }
}

static enum status delete_route(const MIB_IPFORWARD_ROW2* row) {
  const struct arguments arguments = route_arguments(call_delete_route, row);
  const enum status status = check_all(&arguments);
  if (status != status_success) return status;
  const struct route* route = find_route(arguments.link, row);
  const bool differs =
      fault(delete_compares_metric) && route != NULL && route->row.Metric != row->Metric;
  if (route == NULL || differs) {
    return fault(delete_of_missing_succeeds) ? status_success : (enum status)knob.delete_missing;
  }
  notify_of(MibDeleteInstance, route);
  if (fault(delete_does_nothing)) return status_success;
  remove_route(fault(delete_last_added) ? route_count() - 1 : (size_t)(route - route_at(0)));
  remove_others(arguments.link, row);
  return status_success;
}

NETIO_STATUS DeleteIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  enter();
  if (row == NULL) return leave(fault(delete_null_accepted) ? status_success : status_invalid_parameter);
  MIB_IPFORWARD_ROW2 copy;
  copy_row(&copy, row, sizeof copy);
  complete_next_hop(&copy);
  return leave(delete_route(&copy));
}
