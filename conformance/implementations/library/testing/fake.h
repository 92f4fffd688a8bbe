/* A small correct library for tests. It defines the documented functions weakly, so that a faulty
 * library needs one more file, which defines one of them again. The correct versions can be called by
 * the names below. SetIpForwardEntry2 and GetBestRoute2 are missing: a library may leave functions
 * out. */
#pragma once

#include "conformance/abi/netioapi.h"

NETIO_STATUS fake_create_route(const MIB_IPFORWARD_ROW2* row);
NETIO_STATUS fake_get_route(PMIB_IPFORWARD_ROW2 row);
NETIO_STATUS fake_delete_route(const MIB_IPFORWARD_ROW2* row);
NETIO_STATUS fake_route_table(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table);
NETIO_STATUS fake_cancel(HANDLE handle);
void fake_free(PVOID memory);
/* Calls back every registration. */
void fake_notify(const MIB_IPFORWARD_ROW2* row, MIB_NOTIFICATION_TYPE type);
void fake_forget(void);
