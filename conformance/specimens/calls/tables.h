/* What the two tables have in common. */
#ifndef NETIOCONF_SPECIMENS_TABLES_H
#define NETIOCONF_SPECIMENS_TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/abi/netioapi.h"
#include "conformance/specimens/status.h"

/* Whether a table of this family can be asked for on this machine. */
enum status check_table_family(ADDRESS_FAMILY family);
bool belongs(ADDRESS_FAMILY of_entry, ADDRESS_FAMILY asked);

/* A table of `count` rows of `row_size` bytes behind a ULONG; the rows start at byte 8. Puts the rows in
 * the order that the knobs ask for; a sorted one is by their bytes. NULL without memory. */
void* make_table(const void* rows, size_t count, size_t row_size);

#endif
