#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

#include "conformance/abi/netioapi.h"

/* The emulator, except that it returns a wrong status for a few rows, which a search finds only by
 * chance: one in some thousands, in some ten thousands and in some hundred thousands. So a search finds
 * something new for minutes. */

static void* emulated(const char* name) { return dlsym(RTLD_NEXT, name); }

static uint32_t odds_of(const void* row, size_t size, uint32_t call) {
  UCHAR bytes[sizeof(MIB_IPFORWARD_ROW2)];
  uint32_t hash = 2166136261u + call;
  if (row == NULL) return 0;
  memcpy(bytes, row, size);
  for (size_t i = 0; i < size; ++i) hash = (hash ^ bytes[i]) * 16777619u;
  hash = (hash ^ hash >> 15) * 0x2c1b3c6du;
  return hash ^ hash >> 13;
}

/* STATUS_SUCCESS: the row is not affected. */
static NETIO_STATUS odd(const void* row, size_t size, uint32_t call) {
  const uint32_t odds = odds_of(row, size, call);
  if (odds == 0) return STATUS_SUCCESS;
  if (odds % (1u << 17) == 1) return ERROR_OBJECT_ALREADY_EXISTS;
  if (odds % (1u << 15) == 2) return ERROR_INVALID_HANDLE;
  if (odds % (1u << 12) == 3) return ERROR_FILE_NOT_FOUND;
  return STATUS_SUCCESS;
}

typedef NETIO_STATUS route_call(const MIB_IPFORWARD_ROW2* row);
typedef NETIO_STATUS anycast_call(const MIB_ANYCASTIPADDRESS_ROW* row);

static NETIO_STATUS on_route(const char* name, const MIB_IPFORWARD_ROW2* row, uint32_t call) {
  const NETIO_STATUS status = odd(row, sizeof *row, call);
  void* found = emulated(name);
  route_call* function = NULL;
  memcpy(&function, &found, sizeof function);
  return status == STATUS_SUCCESS ? function(row) : status;
}

static NETIO_STATUS on_anycast(const char* name, const MIB_ANYCASTIPADDRESS_ROW* row, uint32_t call) {
  const NETIO_STATUS status = odd(row, sizeof *row, call);
  void* found = emulated(name);
  anycast_call* function = NULL;
  memcpy(&function, &found, sizeof function);
  return status == STATUS_SUCCESS ? function(row) : status;
}

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  return on_route("CreateIpForwardEntry2", row, 1);
}

NETIO_STATUS SetIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  return on_route("SetIpForwardEntry2", row, 2);
}

NETIO_STATUS DeleteIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  return on_route("DeleteIpForwardEntry2", row, 3);
}

NETIO_STATUS CreateAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* row) {
  return on_anycast("CreateAnycastIpAddressEntry", row, 4);
}

NETIO_STATUS DeleteAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* row) {
  return on_anycast("DeleteAnycastIpAddressEntry", row, 5);
}
