#include <stdlib.h>

#include "conformance/specimens/anycasts.h"
#include "conformance/specimens/calls/tables.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"

static size_t collect(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_ROW* rows) {
  size_t count = 0;
  for (size_t i = 0; i < anycast_count(); ++i) {
    const struct anycast* anycast = anycast_at(i);
    if (belongs(anycast->row.Address.si_family, family)) rows[count++] = anycast->row;
  }
  return count;
}

static enum status anycast_table(ADDRESS_FAMILY family, PMIB_ANYCASTIPADDRESS_TABLE* table) {
  const enum status status = check_table_family(family);
  if (status != status_success) return status;
  MIB_ANYCASTIPADDRESS_ROW* rows = calloc(anycast_count() + 1, sizeof *rows);
  if (rows == NULL) return status_no_memory;
  const size_t count = collect(family, rows);
  const bool made = count > 0 || knob.empty_table == empty_success || fault(empty_table_succeeds);
  if (made) *table = make_table(rows, count, sizeof *rows);
  free(rows);
  if (!made) return fault(empty_table_status) ? status_invalid_parameter : status_not_found;
  return *table == NULL ? status_no_memory : status_success;
}

NETIO_STATUS GetAnycastIpAddressTable(ADDRESS_FAMILY family, PMIB_ANYCASTIPADDRESS_TABLE* table) {
  enter();
  if (table == NULL)
    return leave(fault(table_null_accepted) ? status_success : status_invalid_parameter);
  const enum status status = anycast_table(family, table);
  if (status != status_success && knob.failed_table == failed_table_null) *table = NULL;
  return leave(status);
}
