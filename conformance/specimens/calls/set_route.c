#include <string.h>

#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/notifications.h"
#include "conformance/specimens/routes.h"

static enum status check_set_lifetimes(const struct arguments* arguments) {
  return knob.set_lifetimes == set_refuses ? check_lifetimes(arguments) : status_success;
}

static enum status check_set_site_prefix(const struct arguments* arguments) {
  return knob.set_site_prefix == set_refuses ? check_site_prefix(arguments) : status_success;
}

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {
      check_address_family,   check_prefix_length, check_next_hop_family,
      check_families_agree,   check_ids,           check_link,
      check_lookup_host_bits, check_stray,         check_set_lifetimes,
      check_set_site_prefix,
  };
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

/* The row to store: illegal values that are ignored are replaced by the present ones. */
static MIB_IPFORWARD_ROW2 to_keep(const struct route* there, const MIB_IPFORWARD_ROW2* row) {
  MIB_IPFORWARD_ROW2 kept = *row;
  kept.Origin = fault(set_changes_origin) ? row->Origin : there->row.Origin;
  if (has_illegal_lifetimes(row) && knob.set_lifetimes == set_ignores) {
    kept.ValidLifetime = there->row.ValidLifetime;
    kept.PreferredLifetime = there->row.PreferredLifetime;
  }
  if (has_illegal_site_prefix(row) && knob.set_site_prefix == set_ignores) {
    kept.SitePrefixLength = there->row.SitePrefixLength;
  }
  if (fault(set_loses_metric)) kept.Metric = there->row.Metric;
  if (fault(set_loses_lifetimes)) kept.ValidLifetime = kept.PreferredLifetime = 0xffffffff;
  return kept;
}

static bool is_unchanged(const struct route* before, const struct route* after) {
  return memcmp(&before->row, &after->row, sizeof before->row) == 0;
}

static void set(struct route* route, const MIB_IPFORWARD_ROW2* row) {
  const struct route before = *route;
  const MIB_IPFORWARD_ROW2 kept = to_keep(route, row);
  adopt(route, &kept);
  if (fault(set_changes_origin)) route->row.Origin = row->Origin;
  touch(route);
  const bool unchanged = is_unchanged(&before, route);
  if (unchanged && knob.set_unchanged_keeps_age == yes) route->changed = before.changed;
  if (!unchanged || knob.set_unchanged_notifies == yes) {
    notify_of(MibParameterNotification, route);
  }
}

static void set_others(const struct route* chosen, const MIB_IPFORWARD_ROW2* row) {
  for (size_t i = 0; i < route_count(); ++i) {
    struct route* route = route_at(i);
    if (route == chosen || !same_prefix(&route->row, row, host_part_of_lookups())) continue;
    const bool same_link = route->link == chosen->link;
    if (same_link ? fault(set_every_next_hop) : fault(set_every_link)) adopt(route, row);
  }
}

static void end_if_due(const struct route* route, const MIB_IPFORWARD_ROW2* row) {
  if (!ends_at_once(row)) return;
  notify_of(MibDeleteInstance, route);
  remove_route((size_t)(route - route_at(0)));
}

static enum status set_route(const MIB_IPFORWARD_ROW2* row) {
  const struct arguments arguments = route_arguments(call_set_route, row);
  const enum status status = check_all(&arguments);
  if (status != status_success) return status;
  struct route* route = find_route(arguments.link, row);
  if (route == NULL) {
    if (fault(set_creates)) add_route(arguments.link, row);
    return fault(set_creates) || fault(set_of_missing_succeeds) ? status_success
                                                                : (enum status)knob.set_missing;
  }
  if (fault(set_does_nothing)) return status_success;
  set(route, row);
  set_others(route, row);
  end_if_due(route, row);
  return status_success;
}

NETIO_STATUS SetIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  enter();
  if (row == NULL) return leave(fault(set_null_accepted) ? status_success : status_invalid_parameter);
  MIB_IPFORWARD_ROW2 copy;
  copy_row(&copy, row, sizeof copy);
  complete_next_hop(&copy);
  return leave(set_route(&copy));
}
