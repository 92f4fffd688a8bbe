#include "conformance/emulator/exports/clients/fake.h"

#include <span>

namespace netioconf::conformance::emulator::exports::clients {

SOCKADDR_INET ip4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
  return socket_address_of({ipv4, {a, b, c, d}});
}

MIB_IPFORWARD_ROW2 route_to(const SOCKADDR_INET& prefix, UCHAR length_bits,
                            const SOCKADDR_INET& next_hop) {
  MIB_IPFORWARD_ROW2 row;
  InitializeIpForwardEntry(&row);
  row.InterfaceLuid.Value = NETIOEMU_ETHERNET_LUID;
  row.DestinationPrefix.Prefix = prefix;
  row.DestinationPrefix.PrefixLength = length_bits;
  row.NextHop = next_hop;
  return row;
}

MIB_IPFORWARD_ROW2 numbered(std::uint8_t number) {
  return route_to(ip4(198, 51, 100, number), 32, ip4(192, 0, 2, 1));
}

std::vector<MIB_IPFORWARD_ROW2> routes() {
  PMIB_IPFORWARD_TABLE2 table = nullptr;
  if (GetIpForwardTable2(unspecified, &table) != NO_ERROR) return {};
  const std::span rows(table->Table, table->NumEntries);
  std::vector<MIB_IPFORWARD_ROW2> copied(rows.begin(), rows.end());
  FreeMibTable(table);
  return copied;
}

bool same(const SOCKADDR_INET& left, const SOCKADDR_INET& right) {
  return std::memcmp(&left, &right, sizeof(left)) == 0;
}

HANDLE ChangeCounts::listen(BOOLEAN initial_notification) {
  HANDLE handle = nullptr;
  EXPECT_EQ(NotifyRouteChange2(unspecified, &ChangeCounts::note, this, initial_notification, &handle),
            NO_ERROR);
  return handle;
}

void ChangeCounts::note(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE type) {
  auto& self = *static_cast<ChangeCounts*>(context);
  if (type == MibAddInstance) ++self.added;
  if (type == MibDeleteInstance) ++self.deleted;
  if (type == MibParameterNotification) ++self.changed;
  if (type == MibInitialNotification) ++self.initial;
}

}  // namespace netioconf::conformance::emulator::exports::clients
