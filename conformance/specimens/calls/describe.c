#include "conformance/specimens/machine.h"

int netioconf_describe(netioconf_host* host) {
  if (host == NULL) return 1;
  enter();
  *host = *machine();
  leave(status_success);
  return 0;
}
