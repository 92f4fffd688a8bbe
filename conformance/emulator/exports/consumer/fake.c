#include <netioconf/netioapi.h>
#include <netioconf/netioemu.h>

/* Adds a route to a machine like Windows, which then loses the link. Exit status 0: the route is gone,
 * and a callback said so. 1: it could not be added. 2: anything else. */

static void on_change(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
  (void)row;
  if (type == MibDeleteInstance) ++*(int*)context;
}

int main(void) {
  static int deleted;
  if (netioemu_start(NULL) != 0 || netioemu_seed_like_windows() != 0) return 2;
  if (netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "192.0.2.10") != 0) return 2;
  if (netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "2001:db8::10") != 0) return 2;

  MIB_IPFORWARD_ROW2 row;
  InitializeIpForwardEntry(&row);
  row.InterfaceIndex = NETIOEMU_ETHERNET_INDEX;
  row.DestinationPrefix.Prefix.si_family = NETIOCONF_AF_INET;
  if (CreateIpForwardEntry2(&row) != NO_ERROR) return 1;

  HANDLE handle;
  if (NotifyRouteChange2(NETIOCONF_AF_INET, on_change, &deleted, 0, &handle) != NO_ERROR) return 2;
  if (netioemu_remove_link(NETIOEMU_ETHERNET_LUID) != 0) return 2;
  if (netioemu_wait_for_callbacks() != 0) return 2;
  return deleted == 1 ? 0 : 2; /* The registration stays open. */
}
