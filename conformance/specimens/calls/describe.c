#include <string.h>

#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"

int netioconf_describe(netioconf_host* host) {
  if (host == NULL || host->size < NETIOCONF_HOST_SIZE_1) return 1;
  enter();
  const bool details = knob.host_version == 2 && host->size >= sizeof *host;
  const uint32_t size = details ? (uint32_t)sizeof *host : NETIOCONF_HOST_SIZE_1;
  memcpy(host, machine(), size);
  host->size = size;
  leave(status_success);
  return 0;
}
