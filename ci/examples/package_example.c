/* What ci/package_test checks: a library that its author writes from the installed header and nothing
 * else. It refuses what is obviously wrong and accepts too much. */
#include <netioconf/netioapi.h>
#include <stddef.h>

enum { refused = 87 }; /* ERROR_INVALID_PARAMETER */

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  if (row == NULL) return refused;
  if (row->DestinationPrefix.PrefixLength > 128) return refused;
  return 0;
}

/* It keeps nothing, so that each script begins anew, on any host. */
int netioconf_reset(const netioconf_host* host) {
  (void)host;
  return 0;
}
