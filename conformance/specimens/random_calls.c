/* Makes all calls with rows made of boundary values and random bytes. It judges nothing. Sanitizers use
 * it to check the specimens themselves.
 *
 *   random_calls CALLS SEED        the environment variable SPECIMEN has the knobs
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/abi/netioapi.h"

static uint64_t state;
static _Atomic uint64_t sum; /* depends on every callback, so that none is optimized away */

static uint32_t random_below(uint32_t limit) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(state >> 33) % limit;
}

static void random_bytes(void* to, size_t size) {
  for (size_t i = 0; i < size; ++i) ((uint8_t*)to)[i] = (uint8_t)random_below(256);
}

static SOCKADDR_INET random_address(void) {
  static const ADDRESS_FAMILY families[] = {2, 2, 2, 23, 23, 23, 0, 10, 17, 0xffff};
  static const uint8_t first_bytes[] = {0, 10, 127, 192, 198, 224, 240, 255, 0x20, 0xfe};
  SOCKADDR_INET address;
  memset(&address, 0, sizeof address);
  if (random_below(16) == 0) random_bytes(&address, sizeof address);
  address.si_family = families[random_below(10)];
  uint8_t* bytes = (uint8_t*)&address + (address.si_family == NETIOCONF_AF_INET ? 4 : 8);
  bytes[0] = first_bytes[random_below(10)];
  if (random_below(4) == 0) bytes[1] = bytes[3] = (uint8_t)random_below(256);
  if (random_below(4) == 0) memset(bytes, 0, 4);
  return address;
}

static void random_ids(NET_LUID* luid, NET_IFINDEX* index) {
  static const uint64_t luids[] = {0, 0x0006000001000000, 0x0047000002000000, 0x0018000000000000, 5};
  luid->Value = luids[random_below(5)];
  *index = random_below(5);
}

static MIB_IPFORWARD_ROW2 random_route(void) {
  static const ULONG numbers[] = {0, 1, 2, 100, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};
  static const UCHAR lengths[] = {0, 1, 8, 24, 31, 32, 33, 64, 127, 128, 129, 255};
  MIB_IPFORWARD_ROW2 row;
  random_bytes(&row, sizeof row);
  if (random_below(2) == 0) InitializeIpForwardEntry(&row);
  random_ids(&row.InterfaceLuid, &row.InterfaceIndex);
  row.DestinationPrefix.Prefix = random_address();
  row.DestinationPrefix.PrefixLength = lengths[random_below(12)];
  row.NextHop = random_address();
  if (random_below(2) == 0) row.NextHop.si_family = row.DestinationPrefix.Prefix.si_family;
  if (random_below(2) == 0) row.SitePrefixLength = lengths[random_below(12)];
  if (random_below(2) == 0) row.ValidLifetime = numbers[random_below(8)];
  if (random_below(2) == 0) row.PreferredLifetime = numbers[random_below(8)];
  return row;
}

static MIB_ANYCASTIPADDRESS_ROW random_anycast(void) {
  MIB_ANYCASTIPADDRESS_ROW row;
  random_bytes(&row, sizeof row);
  row.Address = random_address();
  random_ids(&row.InterfaceLuid, &row.InterfaceIndex);
  return row;
}

static void on_change(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
  (void)context;
  sum += row == NULL ? 1 : 1 + row->Metric % 2;
  sum += (uint64_t)type;
}

static void call_with_route(uint32_t which) {
  /* A caller's row may start at any address. */
  uint8_t memory[sizeof(MIB_IPFORWARD_ROW2) + 8];
  const MIB_IPFORWARD_ROW2 row = random_route();
  void* place = memory + (random_below(8) == 0 ? 1 + random_below(7) : 0);
  memcpy(place, &row, sizeof row);
  if (which == 0) CreateIpForwardEntry2(place);
  if (which == 1) SetIpForwardEntry2(place);
  if (which == 2) GetIpForwardEntry2(place);
  if (which == 3) DeleteIpForwardEntry2(place);
}

static void call_with_anycast(uint32_t which) {
  MIB_ANYCASTIPADDRESS_ROW row = random_anycast();
  if (which == 4) CreateAnycastIpAddressEntry(&row);
  if (which == 5) GetAnycastIpAddressEntry(&row);
  if (which == 6) DeleteAnycastIpAddressEntry(&row);
}

static void ask_for_tables(void) {
  const ADDRESS_FAMILY family = random_address().si_family;
  PMIB_IPFORWARD_TABLE2 routes = NULL;
  PMIB_ANYCASTIPADDRESS_TABLE anycasts = NULL;
  GetIpForwardTable2(family, &routes);
  GetAnycastIpAddressTable(family, &anycasts);
  FreeMibTable(routes);
  FreeMibTable(anycasts);
}

static void ask_for_best_route(void) {
  const SOCKADDR_INET destination = random_address();
  const SOCKADDR_INET source = random_address();
  SOCKADDR_INET best_source;
  MIB_IPFORWARD_ROW2 best;
  NET_LUID luid;
  NET_IFINDEX index;
  random_ids(&luid, &index);
  GetBestRoute2(random_below(2) == 0 ? NULL : &luid, index, random_below(2) == 0 ? NULL : &source,
                random_below(20) == 0 ? NULL : &destination, 0, &best, &best_source);
}

static void ask_for_link(void) {
  MIB_IPINTERFACE_ROW row;
  random_bytes(&row, sizeof row);
  row.Family = random_address().si_family;
  random_ids(&row.InterfaceLuid, &row.InterfaceIndex);
  GetIpInterfaceEntry(&row);
}

static void register_or_cancel(void) {
  static HANDLE handles[4];
  HANDLE* handle = &handles[random_below(4)];
  CancelMibChangeNotify2(*handle);
  const ADDRESS_FAMILY family = random_address().si_family;
  NotifyRouteChange2(family, on_change, NULL, (BOOLEAN)random_below(2), handle);
}

static void pass_null(void) {
  CreateIpForwardEntry2(NULL);
  SetIpForwardEntry2(NULL);
  GetIpForwardEntry2(NULL);
  DeleteIpForwardEntry2(NULL);
  CreateAnycastIpAddressEntry(NULL);
  GetAnycastIpAddressEntry(NULL);
  DeleteAnycastIpAddressEntry(NULL);
  GetIpForwardTable2(0, NULL);
  GetAnycastIpAddressTable(0, NULL);
  NotifyRouteChange2(0, NULL, NULL, 0, NULL);
  GetIpInterfaceEntry(NULL);
  InitializeIpForwardEntry(NULL);
}

static int become_random_host(void) {
  static netioconf_host host;
  host.size = sizeof host;
  if (netioconf_describe(&host) != 0) return 1;
  host.ipv4 = random_below(8) != 0;
  host.ipv6 = random_below(8) != 0;
  host.link_count = (uint16_t)(1 + random_below(3));
  for (uint32_t i = 0; i < host.link_count; ++i) {
    host.links[i] = (netioconf_link){.luid = (uint64_t)(i + 1) << 24 | (uint64_t)6 << 48,
                                     .index = i + 1,
                                     .ipv4 = random_below(4) != 0,
                                     .ipv6 = random_below(4) != 0,
                                     .routes = random_below(4) != 0,
                                     .loopback = i == 2,
                                     .ipv4_metric = random_below(100),
                                     .ipv6_metric = random_below(100)};
    host.details[i] = (netioconf_link_details){.disconnected = random_below(4) == 0,
                                               .ignores_default_routes = random_below(4) == 0,
                                               .address_count = (uint16_t)random_below(5),
                                               .path_mtu_timeout_ms = random_below(3)};
    for (uint32_t number = 0; number < host.details[i].address_count; ++number) {
      host.details[i].addresses[number].Prefix = random_address();
      host.details[i].addresses[number].PrefixLength = (UCHAR)random_below(33);
    }
  }
  return netioconf_reset(&host);
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const long calls = atol(argv[1]);
  state = strtoull(argv[2], NULL, 10);
  for (long i = 0; i < calls; ++i) {
    if (i % 1000 == 0 && become_random_host() != 0) {
      fputs("random_calls: SPECIMEN has an unknown word\n", stderr);
      return 1;
    }
    const uint32_t which = random_below(13);
    call_with_route(which < 9 ? which % 5 : which);
    call_with_anycast(which);
    if (which == 7) ask_for_tables();
    if (which == 8) ask_for_best_route();
    if (which == 9) ask_for_link();
    if (which == 10 && i % 7 == 0) register_or_cancel();
    if (which == 11 && i % 7 == 0) pass_null();
    if (which == 12 && i % 7 == 0) netioconf_advance(random_below(100));
  }
  printf("sum of callbacks: %llu\n", (unsigned long long)sum);
  return 0;
}
