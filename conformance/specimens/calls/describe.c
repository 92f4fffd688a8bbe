#include <string.h>

#include "conformance/specimens/machine.h"

int netioconf_describe(netioconf_host* host) {
  if (host == NULL || host->size < NETIOCONF_HOST_SIZE_1) return 1;
  enter();
  memcpy(host, machine(), NETIOCONF_HOST_SIZE_1);
  host->size = NETIOCONF_HOST_SIZE_1;
  leave(status_success);
  return 0;
}
