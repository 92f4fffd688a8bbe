#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

#include "conformance/abi/netioapi.h"

/* The emulator, except that it supports no IPv6 anycast address after any script that asked for a
 * machine without IPv6. */

static int was_without_ipv6;

int netioconf_reset(const netioconf_host* host) {
  void* found = dlsym(RTLD_NEXT, "netioconf_reset");
  int (*reset)(const netioconf_host*) = NULL;
  memcpy(&reset, &found, sizeof reset);
  was_without_ipv6 |= !host->ipv6;
  return reset(host);
}

NETIO_STATUS CreateAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* row) {
  void* found = dlsym(RTLD_NEXT, "CreateAnycastIpAddressEntry");
  NETIO_STATUS (*create)(const MIB_ANYCASTIPADDRESS_ROW*) = NULL;
  memcpy(&create, &found, sizeof create);
  if (was_without_ipv6 && row != NULL && row->Address.si_family == NETIOCONF_AF_INET6)
    return STATUS_NOT_SUPPORTED;
  return create(row);
}
