#include "conformance/implementations/library/testing/fake.h"

#include <stdlib.h>
#include <string.h>

enum { most = 64 };

static MIB_IPFORWARD_ROW2 routes[most];
static ULONG route_count;
static MIB_ANYCASTIPADDRESS_ROW anycasts[most];
static ULONG anycast_count;

static struct {
  PIPFORWARD_CHANGE_CALLBACK callback;
  PVOID context;
} registrations[most];
static size_t registration_count;

static ULONG find_route(const MIB_IPFORWARD_ROW2* row) {
  ULONG position = 0;
  while (position < route_count &&
         (memcmp(&routes[position].DestinationPrefix, &row->DestinationPrefix, 29) != 0 ||
          memcmp(&routes[position].NextHop, &row->NextHop, sizeof row->NextHop) != 0)) {
    ++position;
  }
  return position;
}

static ULONG find_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  ULONG position = 0;
  while (position < anycast_count &&
         memcmp(&anycasts[position].Address, &row->Address, sizeof row->Address) != 0) {
    ++position;
  }
  return position;
}

void fake_notify(const MIB_IPFORWARD_ROW2* row, MIB_NOTIFICATION_TYPE type) {
  MIB_IPFORWARD_ROW2 copy = *row;
  for (size_t position = 0; position < registration_count; ++position) {
    if (registrations[position].callback != NULL) {
      registrations[position].callback(registrations[position].context, &copy, type);
    }
  }
}

void fake_forget(void) {
  route_count = 0;
  anycast_count = 0;
  registration_count = 0;
}

NETIO_STATUS fake_create_route(const MIB_IPFORWARD_ROW2* unaligned) {
  MIB_IPFORWARD_ROW2 row;
  if (unaligned == NULL) return STATUS_INVALID_PARAMETER;
  memcpy(&row, (const void*)unaligned, sizeof row);
  if (find_route(&row) < route_count) return STATUS_DUPLICATE_OBJECTID;
  if (route_count == most) return STATUS_NO_MEMORY;
  routes[route_count++] = row;
  fake_notify(&row, MibAddInstance);
  return STATUS_SUCCESS;
}

NETIO_STATUS fake_get_route(PMIB_IPFORWARD_ROW2 unaligned) {
  MIB_IPFORWARD_ROW2 row;
  if (unaligned == NULL) return STATUS_INVALID_PARAMETER;
  memcpy(&row, (const void*)unaligned, sizeof row);
  const ULONG position = find_route(&row);
  if (position == route_count) return STATUS_NOT_FOUND;
  memcpy((void*)unaligned, &routes[position], sizeof row);
  return STATUS_SUCCESS;
}

NETIO_STATUS fake_delete_route(const MIB_IPFORWARD_ROW2* unaligned) {
  MIB_IPFORWARD_ROW2 row;
  if (unaligned == NULL) return STATUS_INVALID_PARAMETER;
  memcpy(&row, (const void*)unaligned, sizeof row);
  const ULONG position = find_route(&row);
  if (position == route_count) return STATUS_NOT_FOUND;
  routes[position] = routes[--route_count];
  fake_notify(&row, MibDeleteInstance);
  return STATUS_SUCCESS;
}

NETIO_STATUS fake_route_table(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table) {
  (void)family;
  if (table == NULL) return STATUS_INVALID_PARAMETER;
  *table = calloc(1, sizeof **table + sizeof routes);
  (*table)->NumEntries = route_count;
  memcpy((*table)->Table, routes, route_count * sizeof *routes);
  return STATUS_SUCCESS;
}

NETIO_STATUS fake_cancel(HANDLE handle) {
  registrations[(size_t)handle - 1].callback = NULL;
  return STATUS_SUCCESS;
}

void fake_free(PVOID memory) { free(memory); }

__attribute__((weak)) void InitializeIpForwardEntry(PMIB_IPFORWARD_ROW2 row) {
  MIB_IPFORWARD_ROW2 fresh;
  memset(&fresh, 0, sizeof fresh);
  fresh.ValidLifetime = 0xffffffff;
  fresh.PreferredLifetime = 0xffffffff;
  memcpy((void*)row, &fresh, sizeof fresh);
}

__attribute__((weak)) NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  return fake_create_route(row);
}

__attribute__((weak)) NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 row) {
  return fake_get_route(row);
}

__attribute__((weak)) NETIO_STATUS DeleteIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  return fake_delete_route(row);
}

__attribute__((weak)) NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY family,
                                                      PMIB_IPFORWARD_TABLE2* table) {
  return fake_route_table(family, table);
}

__attribute__((weak)) NETIO_STATUS NotifyRouteChange2(ADDRESS_FAMILY family,
                                                      PIPFORWARD_CHANGE_CALLBACK callback, PVOID context,
                                                      BOOLEAN initial, HANDLE* handle) {
  (void)family;
  if (callback == NULL || handle == NULL || registration_count == most) return STATUS_INVALID_PARAMETER;
  registrations[registration_count].callback = callback;
  registrations[registration_count].context = context;
  *handle = (HANDLE)++registration_count;
  if (initial) callback(context, NULL, MibInitialNotification);
  return STATUS_SUCCESS;
}

__attribute__((weak)) NETIO_STATUS CancelMibChangeNotify2(HANDLE handle) { return fake_cancel(handle); }

__attribute__((weak)) NETIO_STATUS CreateAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* row) {
  if (row == NULL) return STATUS_INVALID_PARAMETER;
  if (find_anycast(row) < anycast_count) return STATUS_DUPLICATE_OBJECTID;
  if (anycast_count == most) return STATUS_NO_MEMORY;
  anycasts[anycast_count++] = *row;
  return STATUS_SUCCESS;
}

__attribute__((weak)) NETIO_STATUS GetAnycastIpAddressEntry(PMIB_ANYCASTIPADDRESS_ROW row) {
  if (row == NULL) return STATUS_INVALID_PARAMETER;
  const ULONG position = find_anycast(row);
  if (position == anycast_count) return STATUS_NOT_FOUND;
  *row = anycasts[position];
  return STATUS_SUCCESS;
}

__attribute__((weak)) NETIO_STATUS DeleteAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* row) {
  if (row == NULL) return STATUS_INVALID_PARAMETER;
  const ULONG position = find_anycast(row);
  if (position == anycast_count) return STATUS_NOT_FOUND;
  anycasts[position] = anycasts[--anycast_count];
  return STATUS_SUCCESS;
}

__attribute__((weak)) NETIO_STATUS GetAnycastIpAddressTable(ADDRESS_FAMILY family,
                                                            PMIB_ANYCASTIPADDRESS_TABLE* table) {
  (void)family;
  if (table == NULL) return STATUS_INVALID_PARAMETER;
  *table = calloc(1, sizeof **table + sizeof anycasts);
  (*table)->NumEntries = anycast_count;
  memcpy((*table)->Table, anycasts, anycast_count * sizeof *anycasts);
  return STATUS_SUCCESS;
}

__attribute__((weak)) NETIO_STATUS GetIpInterfaceEntry(PMIB_IPINTERFACE_ROW row) {
  if (row == NULL) return STATUS_INVALID_PARAMETER;
  row->Metric = 25;
  return STATUS_SUCCESS;
}

__attribute__((weak)) void FreeMibTable(PVOID memory) { fake_free(memory); }
