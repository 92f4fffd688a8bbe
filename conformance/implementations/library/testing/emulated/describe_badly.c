#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

#include "conformance/abi/netioapi.h"

/* The emulator, except that netioconf_describe writes an impossible size for a host of one link, and an
 * impossible number of addresses for another. */
int netioconf_describe(netioconf_host* host) {
  void* found = dlsym(RTLD_NEXT, "netioconf_describe");
  int (*describe)(netioconf_host*) = NULL;
  memcpy(&describe, &found, sizeof describe);
  const int result = describe(host);
  if (host->link_count == 1) {
    host->size = 5000;
  } else {
    host->details[0].address_count = 900;
  }
  return result;
}
