// The emulator under the documented C names. A C library has one stack for the whole process, so only
// this file keeps one. Its behaviour is chosen at the first use. If no behaviour can be chosen, it is
// the common personality, and netioconf_reset fails.
#pragma GCC visibility push(default)
#include "conformance/abi/netioapi.h"
#pragma GCC visibility pop

#include "conformance/emulator/emulator.h"
#include "conformance/emulator/exports/chosen_behaviour.h"

namespace netioconf::conformance::emulator::exports {
namespace {

// One link with both stacks, until netioconf_reset sets up another host.
netioconf_host first_host() {
  netioconf_host host{};
  host.size = sizeof(host);
  host.ipv4 = host.ipv6 = 1;
  host.link_count = 1;
  host.links[0] = {.luid = 0x0006000001000000,
                   .index = 1,
                   .ipv4 = 1,
                   .ipv6 = 1,
                   .routes = 1,
                   .loopback = 0,
                   .ipv4_metric = 25,
                   .ipv6_metric = 25};
  return host;
}

struct Library {
  std::optional<Behaviour> chosen = chosen_behaviour();
  Emulator emulator{first_host(), chosen.value_or(common())};
};

Library& library() {
  static Library library;
  return library;
}

Emulator& instance() { return library().emulator; }

}  // namespace
}  // namespace netioconf::conformance::emulator::exports

using netioconf::conformance::emulator::exports::instance;
using netioconf::conformance::emulator::exports::library;

extern "C" {

void InitializeIpForwardEntry(PMIB_IPFORWARD_ROW2 Row) { instance().initialize_route(Row); }

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* Row) {
  return instance().create_route(Row);
}

NETIO_STATUS SetIpForwardEntry2(const MIB_IPFORWARD_ROW2* Route) { return instance().set_route(Route); }

NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 Row) { return instance().get_route(Row); }

NETIO_STATUS DeleteIpForwardEntry2(const MIB_IPFORWARD_ROW2* Row) {
  return instance().delete_route(Row);
}

NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY Family, PMIB_IPFORWARD_TABLE2* Table) {
  return instance().route_table(Family, Table);
}

NETIO_STATUS GetBestRoute2(NET_LUID* InterfaceLuid, NET_IFINDEX InterfaceIndex,
                           const SOCKADDR_INET* SourceAddress, const SOCKADDR_INET* DestinationAddress,
                           ULONG AddressSortOptions, PMIB_IPFORWARD_ROW2 BestRoute,
                           SOCKADDR_INET* BestSourceAddress) {
  return instance().best_route(InterfaceLuid, InterfaceIndex, SourceAddress, DestinationAddress,
                               AddressSortOptions, BestRoute, BestSourceAddress);
}

NETIO_STATUS NotifyRouteChange2(ADDRESS_FAMILY Family, PIPFORWARD_CHANGE_CALLBACK Callback,
                                PVOID CallerContext, BOOLEAN InitialNotification,
                                HANDLE* NotificationHandle) {
  return instance().notify_route_change(Family, Callback, CallerContext, InitialNotification,
                                        NotificationHandle);
}

NETIO_STATUS CancelMibChangeNotify2(HANDLE NotificationHandle) {
  return instance().cancel_notification(NotificationHandle);
}

NETIO_STATUS CreateAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* Row) {
  return instance().create_anycast(Row);
}

NETIO_STATUS GetAnycastIpAddressEntry(PMIB_ANYCASTIPADDRESS_ROW Row) {
  return instance().get_anycast(Row);
}

NETIO_STATUS DeleteAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* Row) {
  return instance().delete_anycast(Row);
}

NETIO_STATUS GetAnycastIpAddressTable(ADDRESS_FAMILY Family, PMIB_ANYCASTIPADDRESS_TABLE* Table) {
  return instance().anycast_table(Family, Table);
}

NETIO_STATUS GetIpInterfaceEntry(PMIB_IPINTERFACE_ROW Row) { return instance().get_link(Row); }

void FreeMibTable(PVOID Memory) { instance().free_table(Memory); }

int netioconf_reset(const netioconf_host* host) {
  if (host == nullptr || !library().chosen) return 1;
  return instance().reset(*host);
}

int netioconf_describe(netioconf_host* host) { return instance().describe(host); }

int netioconf_advance(uint32_t seconds) { return instance().advance(seconds); }

}  // extern "C"
