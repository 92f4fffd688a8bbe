/* Code that the two tables share. */
#ifndef NETIOCONF_SPECIMENS_TABLES_H
#define NETIOCONF_SPECIMENS_TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "conformance/abi/netioapi.h"
#include "conformance/specimens/status.h"

/* Whether a table of this family is available on this machine. */
enum status check_table_family(ADDRESS_FAMILY family);
bool belongs(ADDRESS_FAMILY of_entry, ADDRESS_FAMILY asked);

/* A table of `count` rows of `row_size` bytes after a ULONG; the rows start at byte 8. The knobs select
 * the order of the rows; "sorted" compares their bytes. NULL if there is no memory. */
void* make_table(const void* rows, size_t count, size_t row_size);

#endif
