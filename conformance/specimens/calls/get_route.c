#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/routes.h"

/* The driver page of GetIpForwardEntry2 refuses rows because of output members; the other page and the
 * header don't. */
static enum status check_outputs(const struct arguments* arguments) {
  if (knob.get_validates == no) return status_success;
  const enum status lifetimes = check_lifetimes(arguments);
  return lifetimes != status_success ? lifetimes : check_site_prefix(arguments);
}

static enum status check_destination(const struct arguments* arguments) {
  const bool any = arguments->address->si_family == 0 && knob.get_destination == wildcard_first_match;
  return any ? status_success : check_address_family(arguments);
}

static enum status check_get_ids(const struct arguments* arguments) {
  const bool neither = arguments->luid == 0 && arguments->index == 0;
  return neither && knob.get_link == wildcard_first_match ? status_success : check_ids(arguments);
}

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {
      check_destination,      check_prefix_length, check_next_hop_family,
      check_families_agree,   check_get_ids,       check_link,
      check_machine_stack,    check_link_stack,    check_stray,
      check_lookup_host_bits, check_outputs,
  };
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

static enum status get_route(MIB_IPFORWARD_ROW2* row) {
  const struct arguments arguments = route_arguments(call_get_route, row);
  const enum status status = check_all(&arguments);
  if (status != status_success) return status;
  struct route* route = find_first_route(arguments.link, row);
  if (route == NULL)
    return fault(get_of_missing_succeeds) ? status_success : (enum status)knob.get_missing;
  if (fault(get_resets_age)) touch(route);
  if (fault(get_fills_nothing)) return status_success;
  const MIB_IPFORWARD_ROW2 found = shown(route);
  if (fault(get_fills_metric_only)) {
    row->Metric = found.Metric;
  } else {
    *row = found;
  }
  if (fault(get_lifetimes_infinite)) row->ValidLifetime = row->PreferredLifetime = 0xffffffff;
  return status_success;
}

NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 row) {
  enter();
  if (row == NULL) return leave(fault(get_null_accepted) ? status_success : status_invalid_parameter);
  MIB_IPFORWARD_ROW2 copy;
  copy_row(&copy, row, sizeof copy);
  if (knob.get_next_hop == wildcard_refused) complete_next_hop(&copy);
  const enum status status = get_route(&copy);
  if (status == status_success) copy_row(row, &copy, sizeof copy);
  return leave(status);
}
