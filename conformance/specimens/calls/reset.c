#include "conformance/specimens/machine.h"
#include "conformance/specimens/notifications.h"

int netioconf_reset(const netioconf_host* host) {
  if (host == NULL || host->link_count > 16) return 1;
  if (host->size != sizeof *host && host->size != NETIOCONF_HOST_SIZE_1) return 1;
  for (size_t i = 0; host->size == sizeof *host && i < host->link_count; ++i) {
    if (host->details[i].address_count > 4) return 1;
  }
  forget_notifications();
  enter();
  const bool known = restart(host);
  leave(status_success);
  return known ? 0 : 1;
}
