#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

#include "conformance/abi/netioapi.h"

/* The emulator, except that InitializeIpForwardEntry crashes for NULL, about which the documents say
 * nothing. */
typedef void initialize(MIB_IPFORWARD_ROW2* row);

void InitializeIpForwardEntry(PMIB_IPFORWARD_ROW2 row) {
  static UCHAR* volatile nowhere = (UCHAR*)0x10;
  initialize* emulated = NULL;
  void* found = dlsym(RTLD_NEXT, "InitializeIpForwardEntry");
  memcpy(&emulated, &found, sizeof emulated);
  if (row == NULL) *nowhere = 1;
  emulated(row);
}
