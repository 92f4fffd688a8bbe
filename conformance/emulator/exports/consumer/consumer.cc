#include <netioconf/netioapi.h>

// Adds the default route of IPv4 and looks it up. Exit status 0: it is found. 1: it could not be added.
// 2: netioconf_reset failed. 3: it was added and is not found.
int main() {
  netioconf_host host{};
  host.size = sizeof(host);
  if (netioconf_describe(&host) != 0 || netioconf_reset(&host) != 0) return 2;

  MIB_IPFORWARD_ROW2 row;
  InitializeIpForwardEntry(&row);
  row.InterfaceIndex = host.links[0].index;
  row.DestinationPrefix.Prefix.si_family = NETIOCONF_AF_INET;
  row.NextHop.si_family = NETIOCONF_AF_INET;
  if (CreateIpForwardEntry2(&row) != STATUS_SUCCESS) return 1;

  PMIB_IPFORWARD_TABLE2 table = nullptr;
  if (GetIpForwardTable2(NETIOCONF_AF_INET, &table) != STATUS_SUCCESS) return 3;
  const bool there = table->NumEntries == 1 && table->Table[0].InterfaceLuid.Value == host.links[0].luid;
  FreeMibTable(table);
  return there ? 0 : 3;
}
