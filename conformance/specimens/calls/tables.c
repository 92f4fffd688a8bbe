#include "conformance/specimens/calls/tables.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/specimens/address.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"

enum { rows_start = 8 };

enum status check_table_family(ADDRESS_FAMILY family) {
  const bool any = family == NETIOCONF_AF_UNSPEC;
  if (!any && !is_ip(family)) {
    if (fault(table_family_accepted)) return status_success;
    return fault(table_family_status) ? status_not_supported : status_invalid_parameter;
  }
  if (any) {
    const bool none = !machine_has(NETIOCONF_AF_INET) && !machine_has(NETIOCONF_AF_INET6);
    return none ? (enum status)knob.table_without_stacks : status_success;
  }
  if (machine_has(family) || fault(no_stack_accepted)) return status_success;
  return fault(table_no_stack_status) ? status_invalid_parameter : status_not_supported;
}

bool belongs(ADDRESS_FAMILY of_entry, ADDRESS_FAMILY asked) {
  if (fault(table_mixes_families)) return true;
  if (fault(table_of_both_is_ipv4) && asked == NETIOCONF_AF_UNSPEC) return of_entry == NETIOCONF_AF_INET;
  return asked == NETIOCONF_AF_UNSPEC || asked == of_entry;
}

static size_t sorted_row_size; /* guarded by the lock around every call */

static int compare_bytes(const void* one, const void* other) {
  return memcmp(one, other, sorted_row_size);
}

static void put_in_order(char* rows, size_t count, size_t row_size) {
  if (knob.table_order == order_sorted) {
    sorted_row_size = row_size;
    qsort(rows, count, row_size, compare_bytes);
  }
  if (knob.table_order != order_reversed) return;
  char kept[sizeof(MIB_IPFORWARD_ROW2)];
  for (size_t i = 0; i < count / 2; ++i) {
    char* first = rows + i * row_size;
    char* last = rows + (count - 1 - i) * row_size;
    memcpy(kept, first, row_size);
    memcpy(first, last, row_size);
    memcpy(last, kept, row_size);
  }
}

void* make_table(const void* rows, size_t count, size_t row_size) {
  if (fault(table_without_last) && count > 1) --count;
  const bool one_more = fault(table_with_first_twice) && count > 0;
  char* table = calloc(1, rows_start + (count + 1) * row_size);
  if (table == NULL) return NULL;
  if (count > 0) memcpy(table + rows_start, rows, count * row_size);
  put_in_order(table + rows_start, count, row_size);
  if (one_more) memcpy(table + rows_start + count * row_size, table + rows_start, row_size);
  const ULONG number = (ULONG)(count + one_more);
  memcpy(table, &number, sizeof number);
  return table;
}

void FreeMibTable(PVOID memory) { free(memory); }
