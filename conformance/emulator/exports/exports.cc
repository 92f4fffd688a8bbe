// The emulator under the documented C names.
#pragma GCC visibility push(default)
#include "conformance/abi/netioapi.h"
#pragma GCC visibility pop

#include <cstring>

#include "conformance/emulator/exports/library.h"

namespace netioconf::conformance::emulator::exports {
namespace {

Emulator& instance() { return library().emulator(); }

// A caller may pass any address, so values are copied byte by byte.
template <class Value>
Value read_at(const Value* source) {
  Value value;
  std::memcpy(static_cast<void*>(&value), static_cast<const void*>(source), sizeof(value));
  return value;
}

template <class Handle>
void give_null(Handle* out) {
  const Handle nothing = nullptr;
  if (out != nullptr) std::memcpy(static_cast<void*>(out), &nothing, sizeof(nothing));
}

// The status that a test wants, or that of the emulator.
template <class Make>
NETIO_STATUS answered(Call call, std::uint64_t luid, std::uint32_t index, Make make) {
  const auto status = library().injected(call, luid, index);
  return status ? *status : make();
}

template <class Row>
NETIO_STATUS answered(Call call, std::uint32_t (Emulator::*method)(Row*), Row* row) {
  using Value = std::remove_const_t<Row>;
  const Value named = row != nullptr ? read_at<Value>(row) : Value{};
  return answered(call, named.InterfaceLuid.Value, named.InterfaceIndex,
                  [&] { return (instance().*method)(row); });
}

template <class Table>
NETIO_STATUS answered(Call call, std::uint32_t (Emulator::*method)(ADDRESS_FAMILY, Table**),
                      ADDRESS_FAMILY family, Table** table) {
  give_null(table);
  return answered(call, 0, 0, [&] {
    const NETIO_STATUS status = (instance().*method)(family, table);
    Table* handed_out = table != nullptr ? read_at(table) : nullptr;
    if (status == NO_ERROR && handed_out != nullptr) library().tables().add(handed_out);
    return status;
  });
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports

using namespace netioconf::conformance::emulator;
using namespace netioconf::conformance::emulator::exports;

extern "C" {

void InitializeIpForwardEntry(PMIB_IPFORWARD_ROW2 Row) { instance().initialize_route(Row); }

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* Row) {
  return answered(Call::route_create, &Emulator::create_route, Row);
}

NETIO_STATUS SetIpForwardEntry2(const MIB_IPFORWARD_ROW2* Route) {
  return answered(Call::route_set, &Emulator::set_route, Route);
}

NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 Row) {
  return answered(Call::route_get, &Emulator::get_route, Row);
}

NETIO_STATUS DeleteIpForwardEntry2(const MIB_IPFORWARD_ROW2* Row) {
  return answered(Call::route_delete, &Emulator::delete_route, Row);
}

NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY Family, PMIB_IPFORWARD_TABLE2* Table) {
  return answered(Call::route_table, &Emulator::route_table, Family, Table);
}

NETIO_STATUS GetBestRoute2(NET_LUID* InterfaceLuid, NET_IFINDEX InterfaceIndex,
                           const SOCKADDR_INET* SourceAddress, const SOCKADDR_INET* DestinationAddress,
                           ULONG AddressSortOptions, PMIB_IPFORWARD_ROW2 BestRoute,
                           SOCKADDR_INET* BestSourceAddress) {
  const std::uint64_t luid = InterfaceLuid != nullptr ? read_at(InterfaceLuid).Value : 0;
  return answered(Call::best_route, luid, InterfaceIndex, [&] {
    return instance().best_route(InterfaceLuid, InterfaceIndex, SourceAddress, DestinationAddress,
                                 AddressSortOptions, BestRoute, BestSourceAddress);
  });
}

NETIO_STATUS NotifyRouteChange2(ADDRESS_FAMILY Family, PIPFORWARD_CHANGE_CALLBACK Callback,
                                PVOID CallerContext, BOOLEAN InitialNotification,
                                HANDLE* NotificationHandle) {
  const auto injected = library().injected(Call::route_notify, 0, 0);
  if (!injected) {
    return instance().notify_route_change(Family, Callback, CallerContext, InitialNotification,
                                          NotificationHandle);
  }
  give_null(NotificationHandle);
  return *injected;
}

NETIO_STATUS CancelMibChangeNotify2(HANDLE NotificationHandle) {
  return answered(Call::notify_cancel, 0, 0, [&] {
    const bool foreign =
        NotificationHandle != nullptr && !instance().knows_notification(NotificationHandle);
    const auto status = foreign ? cancel_foreign(NotificationHandle) : std::nullopt;
    return status ? *status : instance().cancel_notification(NotificationHandle);
  });
}

NETIO_STATUS CreateAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* Row) {
  return answered(Call::anycast_create, &Emulator::create_anycast, Row);
}

NETIO_STATUS GetAnycastIpAddressEntry(PMIB_ANYCASTIPADDRESS_ROW Row) {
  return answered(Call::anycast_get, &Emulator::get_anycast, Row);
}

NETIO_STATUS DeleteAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* Row) {
  return answered(Call::anycast_delete, &Emulator::delete_anycast, Row);
}

NETIO_STATUS GetAnycastIpAddressTable(ADDRESS_FAMILY Family, PMIB_ANYCASTIPADDRESS_TABLE* Table) {
  return answered(Call::anycast_table, &Emulator::anycast_table, Family, Table);
}

NETIO_STATUS GetIpInterfaceEntry(PMIB_IPINTERFACE_ROW Row) {
  return answered(Call::link_get, &Emulator::get_link, Row);
}

void FreeMibTable(PVOID Memory) {
  const bool own = Memory == nullptr || library().tables().take(Memory);
  if (own) {
    instance().free_table(Memory);
  } else {
    free_foreign_table(Memory);
  }
}

int netioconf_reset(const netioconf_host* host) { return host == nullptr ? 1 : library().reset(*host); }

int netioconf_describe(netioconf_host* host) { return instance().describe(host); }

int netioconf_advance(uint32_t seconds) { return instance().advance(seconds); }

}  // extern "C"
