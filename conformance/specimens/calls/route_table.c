#include <stdlib.h>

#include "conformance/specimens/calls/tables.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/routes.h"

static size_t collect(ADDRESS_FAMILY family, MIB_IPFORWARD_ROW2* rows) {
  size_t count = 0;
  for (size_t i = 0; i < route_count(); ++i) {
    const struct route* route = route_at(i);
    if (!belongs(route->row.DestinationPrefix.Prefix.si_family, family)) continue;
    rows[count] = shown(route);
    if (fault(table_metric_is_sum)) {
      rows[count].Metric += link_metric(route->link, route->row.DestinationPrefix.Prefix.si_family);
    }
    ++count;
  }
  return count;
}

static enum status route_table(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table) {
  const enum status status = check_table_family(family);
  if (status != status_success) return status;
  MIB_IPFORWARD_ROW2* rows = calloc(route_count() + 1, sizeof *rows);
  if (rows == NULL) return status_no_memory;
  const size_t count = collect(family, rows);
  const bool made = count > 0 || knob.empty_table == empty_success || fault(empty_table_succeeds);
  if (made) *table = make_table(rows, count, sizeof *rows);
  free(rows);
  if (!made) return fault(empty_table_status) ? status_invalid_parameter : status_not_found;
  return *table == NULL ? status_no_memory : status_success;
}

NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table) {
  enter();
  if (table == NULL)
    return leave(fault(table_null_accepted) ? status_success : status_invalid_parameter);
  const enum status status = route_table(family, table);
  if (status != status_success && knob.failed_table == failed_table_null) *table = NULL;
  return leave(status);
}
