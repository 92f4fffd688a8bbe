/* Uses functions of the system and of the emulator in one program. Exit status 0: each came from where
 * it should. Otherwise it says what did not. */
#include <winsock2.h>
#include <ws2ipdef.h>
/* These need the two above. */
#include <iphlpapi.h>
#include <netioapi.h>
#include <stdio.h>

static int failures;

static void expect(const char* what, int holds) {
  if (holds) return;
  printf("%s\n", what);
  ++failures;
}

static LONG heard;

static VOID NETIOAPI_API_ on_route(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
  (void)context;
  (void)row;
  if (type == MibAddInstance) InterlockedIncrement(&heard);
}

static VOID NETIOAPI_API_ on_interface(PVOID context, PMIB_IPINTERFACE_ROW row,
                                       MIB_NOTIFICATION_TYPE type) {
  (void)context;
  (void)row;
  (void)type;
}

/* A link that the system lists. */
static MIB_IPINTERFACE_ROW a_link(void) {
  MIB_IPINTERFACE_ROW link = {.Family = AF_INET};
  MIB_IF_TABLE2* links = NULL;
  expect("GetIfTable2", GetIfTable2(&links) == NO_ERROR && links->NumEntries > 0);
  if (links == NULL) return link;
  link.InterfaceLuid = links->Table[0].InterfaceLuid;
  link.InterfaceIndex = links->Table[0].InterfaceIndex;
  FreeMibTable(links);
  return link;
}

static void check_routes(const MIB_IPINTERFACE_ROW* link) {
  MIB_IPFORWARD_ROW2 row;
  InitializeIpForwardEntry(&row);
  row.InterfaceLuid = link->InterfaceLuid;
  row.DestinationPrefix.Prefix.si_family = AF_INET;
  row.DestinationPrefix.Prefix.Ipv4.sin_addr.s_addr = htonl(0xc6336400); /* 198.51.100.0 */
  row.DestinationPrefix.PrefixLength = 24;
  row.NextHop.si_family = AF_INET;
  HANDLE handle = NULL;
  expect("NotifyRouteChange2", NotifyRouteChange2(AF_INET, on_route, NULL, FALSE, &handle) == NO_ERROR);
  expect("CreateIpForwardEntry2", CreateIpForwardEntry2(&row) == NO_ERROR);
  expect("a second CreateIpForwardEntry2", CreateIpForwardEntry2(&row) == ERROR_OBJECT_ALREADY_EXISTS);
  for (int wait = 0; wait < 500 && heard == 0; ++wait) Sleep(10);
  expect("the callback", heard == 1);
  expect("CancelMibChangeNotify2", CancelMibChangeNotify2(handle) == NO_ERROR);

  MIB_IPFORWARD_TABLE2* table = NULL;
  expect("GetIpForwardTable2", GetIpForwardTable2(AF_UNSPEC, &table) == NO_ERROR);
  if (table == NULL) return;
  expect("one route", table->NumEntries == 1);
  expect("its link", table->NumEntries == 1 && table->Table[0].InterfaceIndex == link->InterfaceIndex);
  FreeMibTable(table);
  expect("DeleteIpForwardEntry2", DeleteIpForwardEntry2(&row) == NO_ERROR);
}

static void check_system(MIB_IPINTERFACE_ROW link) {
  ULONG size = 0;
  expect("GetAdaptersAddresses",
         GetAdaptersAddresses(AF_UNSPEC, 0, NULL, NULL, &size) == ERROR_BUFFER_OVERFLOW);
  const DWORD got = GetIpInterfaceEntry(&link);
  /* Wine 8 does not have it. */
  expect("GetIpInterfaceEntry", got == NO_ERROR || got == ERROR_CALL_NOT_IMPLEMENTED);
  NET_IFINDEX index = 0;
  expect("ConvertInterfaceLuidToIndex",
         ConvertInterfaceLuidToIndex(&link.InterfaceLuid, &index) == NO_ERROR);
  expect("the index", index == link.InterfaceIndex);
  HANDLE handle = NULL;
  expect("NotifyIpInterfaceChange",
         NotifyIpInterfaceChange(AF_UNSPEC, on_interface, NULL, FALSE, &handle) == NO_ERROR);
  /* Wine gives no handle and accepts any, which the emulator does not. */
  if (handle == NULL) handle = &heard;
  expect("CancelMibChangeNotify2 of the system", CancelMibChangeNotify2(handle) == NO_ERROR);
}

int main(void) {
  const MIB_IPINTERFACE_ROW link = a_link();
  check_routes(&link);
  check_system(link);
  return failures != 0;
}
