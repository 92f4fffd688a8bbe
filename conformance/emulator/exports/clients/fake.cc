#include "conformance/emulator/exports/clients/fake.h"

#include <array>
#include <cstring>
#include <span>

namespace netioconf::conformance::emulator::exports::clients {
namespace {

int when_notified(const std::atomic<int>& count) {
  (void)netioemu_wait_for_callbacks();
  return count;
}

}  // namespace

SOCKADDR_INET ip4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
  SOCKADDR_INET address{};
  address.si_family = ipv4;
  const std::array bytes = {a, b, c, d};
  std::memcpy(&address.Ipv4.sin_addr, bytes.data(), bytes.size());
  return address;
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

ChangeCounts::ChangeCounts() {
  if (NotifyRouteChange2(unspecified, &ChangeCounts::note, this, 0, &handle_) != NO_ERROR) {
    handle_ = nullptr;
  }
}

ChangeCounts::~ChangeCounts() {
  if (handle_ != nullptr) (void)CancelMibChangeNotify2(handle_);
}

int ChangeCounts::added() { return when_notified(added_); }
int ChangeCounts::deleted() { return when_notified(deleted_); }
int ChangeCounts::changed() { return when_notified(changed_); }

void ChangeCounts::note(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE type) {
  auto& self = *static_cast<ChangeCounts*>(context);
  if (type == MibAddInstance) ++self.added_;
  if (type == MibDeleteInstance) ++self.deleted_;
  if (type == MibParameterNotification) ++self.changed_;
}

}  // namespace netioconf::conformance::emulator::exports::clients
