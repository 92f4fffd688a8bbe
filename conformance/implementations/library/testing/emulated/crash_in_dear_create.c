#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

#include "conformance/abi/netioapi.h"

/* The emulator, except that it crashes for metrics that no committed script uses, so that only a search
 * finds the crash. */
typedef NETIO_STATUS create(const MIB_IPFORWARD_ROW2* row);

static UCHAR* volatile nowhere = (UCHAR*)0x10;

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* unaligned) {
  MIB_IPFORWARD_ROW2 row;
  create* emulated = NULL;
  void* found = dlsym(RTLD_NEXT, "CreateIpForwardEntry2");
  memcpy(&emulated, &found, sizeof emulated);
  memset(&row, 0, sizeof row);
  if (unaligned != NULL) memcpy(&row, (const void*)unaligned, sizeof row);
  if (row.Metric > 9000 && row.Metric < 0x1000000) *nowhere = 1;
  return emulated(unaligned);
}
