#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

#include "conformance/abi/netioapi.h"

/* The emulator, except that only the first netioconf_reset does anything. */
int netioconf_reset(const netioconf_host* host) {
  static int is_set_up;
  void* found = dlsym(RTLD_NEXT, "netioconf_reset");
  int (*reset)(const netioconf_host*) = NULL;
  if (is_set_up) return 0;
  is_set_up = 1;
  memcpy(&reset, &found, sizeof reset);
  return reset(host);
}
