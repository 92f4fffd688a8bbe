#include <array>
#include <cstdlib>
#include <thread>

#include "conformance/emulator/exports/clients/clients.h"
#include "conformance/emulator/exports/clients/fake.h"

// The functions of netioemu.h that change how calls are answered.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

void set_variable(const char* name, const char* value) {
#ifdef _WIN32
  _putenv_s(name, value);
#else
  setenv(name, value, 1);
#endif
}

void does_not_start_with_an_unknown_value(Expectations& expect) {
  set_variable("NETIOEMU_CALLBACKS", "no-such-thread");
  expect.failure(netioemu_start(nullptr));
  set_variable("NETIOEMU_CALLBACKS", "");
  expect.success(netioemu_start(nullptr));
}

void note_thread(PVOID place, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
  *static_cast<std::thread::id*>(place) = std::this_thread::get_id();
}

void calls_back_where_it_should(Expectations& expect) {
  std::thread::id place;
  HANDLE handle = nullptr;
  if (!expect.success(NotifyRouteChange2(ipv4, &note_thread, &place, 0, &handle))) return;
  MIB_IPFORWARD_ROW2 row = numbered(1);
  expect.success(CreateIpForwardEntry2(&row));
  expect.success(netioemu_wait_for_callbacks());
  expect.holds(place != std::this_thread::get_id());

  expect.success(netioemu_set_callbacks(NETIOEMU_CALLERS_THREAD));
  expect.success(DeleteIpForwardEntry2(&row));
  expect.holds(place == std::this_thread::get_id());

  expect.success(netioemu_set_callbacks(NETIOEMU_CONCURRENT));
  expect.success(CreateIpForwardEntry2(&row));
  expect.success(netioemu_wait_for_callbacks());
  expect.holds(place != std::this_thread::get_id());
  expect.failure(netioemu_set_callbacks(7));
  expect.success(CancelMibChangeNotify2(handle));
}

void answers_what_it_should(Expectations& expect) {
  expect.success(netioemu_answer("CreateIpForwardEntry2", 2, ERROR_NOT_ENOUGH_MEMORY));
  const MIB_IPFORWARD_ROW2 first = numbered(1);
  MIB_IPFORWARD_ROW2 second = numbered(2);
  expect.success(CreateIpForwardEntry2(&first));
  expect.equal(CreateIpForwardEntry2(&second), ERROR_NOT_ENOUGH_MEMORY);
  expect.equal(GetIpForwardEntry2(&second), ERROR_NOT_FOUND);
  expect.success(CreateIpForwardEntry2(&second));
  expect.success(netioemu_answer("DeleteIpForwardEntry2", 1, ERROR_ACCESS_DENIED));
  expect.failure(netioemu_answer("DeleteIpForwardEntry2", 1, ERROR_NOT_ENOUGH_MEMORY));
  expect.equal(DeleteIpForwardEntry2(&second), ERROR_ACCESS_DENIED);
  expect.success(netioemu_answer("DeleteIpForwardEntry2", 1, ERROR_NOT_ENOUGH_MEMORY));
  expect.equal(DeleteIpForwardEntry2(&second), ERROR_NOT_ENOUGH_MEMORY);
  expect.success(netioemu_answer("GetIpForwardTable2", 1, ERROR_NOT_ENOUGH_MEMORY));
  expect.holds(routes().empty());
  expect.equal(routes().size(), 2);
  expect.failure(netioemu_answer("FreeMibTable", 1, 5));
  expect.failure(netioemu_answer("SetIpForwardEntry2", 0, 5));
  expect.failure(netioemu_answer(nullptr, 1, 5));
}

void refuses_without_elevation(Expectations& expect) {
  MIB_IPFORWARD_ROW2 row = numbered(1);
  MIB_ANYCASTIPADDRESS_ROW anycast{};
  anycast.InterfaceLuid.Value = NETIOEMU_ETHERNET_LUID;
  anycast.Address = ip4(192, 0, 2, 77);
  expect.success(netioemu_set_elevated(0));
  expect.equal(CreateIpForwardEntry2(&row), ERROR_ACCESS_DENIED);
  expect.equal(SetIpForwardEntry2(&row), ERROR_ACCESS_DENIED);
  expect.equal(DeleteIpForwardEntry2(&row), ERROR_ACCESS_DENIED);
  expect.equal(CreateAnycastIpAddressEntry(&anycast), ERROR_ACCESS_DENIED);
  expect.equal(DeleteAnycastIpAddressEntry(&anycast), ERROR_ACCESS_DENIED);
  expect.equal(GetIpForwardEntry2(&row), ERROR_NOT_FOUND);
  expect.success(netioemu_set_elevated(1));
  expect.success(CreateIpForwardEntry2(&row));
}

void does_not_find_a_link_that_is_not_ready(Expectations& expect) {
  expect.success(netioemu_delay_link(NETIOEMU_ETHERNET_LUID, 2));
  MIB_IPFORWARD_ROW2 row = numbered(1);
  expect.equal(CreateIpForwardEntry2(&row), ERROR_NOT_FOUND);
  row.InterfaceLuid.Value = NETIOEMU_LOOPBACK_LUID;
  expect.success(CreateIpForwardEntry2(&row));
  row.InterfaceLuid.Value = 0;
  row.InterfaceIndex = NETIOEMU_ETHERNET_INDEX;
  expect.equal(CreateIpForwardEntry2(&row), ERROR_NOT_FOUND);
  expect.success(CreateIpForwardEntry2(&row));
  expect.failure(netioemu_delay_link(0, 1));
  expect.failure(netioemu_delay_link(9, 1));
  expect.failure(netioemu_delay_link(9, 0));

  expect.success(netioemu_delay_link(NETIOEMU_ETHERNET_LUID, 5));
  expect.success(netioemu_delay_link(NETIOEMU_ETHERNET_LUID, 1));
  expect.equal(GetIpForwardEntry2(&row), ERROR_NOT_FOUND);
  expect.success(GetIpForwardEntry2(&row));
  expect.success(netioemu_delay_link(NETIOEMU_ETHERNET_LUID, 5));
  expect.success(netioemu_delay_link(NETIOEMU_ETHERNET_LUID, 0));
  expect.success(GetIpForwardEntry2(&row));
}

void forgets_the_delay_of_a_link_that_is_removed(Expectations& expect) {
  constexpr netioemu_link tunnel = {0x0035000007000000, 7, 5, 0};
  expect.failure(netioemu_delay_link(tunnel.luid, 1));
  expect.success(netioemu_add_link(&tunnel));
  expect.success(netioemu_delay_link(tunnel.luid, 1));
  expect.success(netioemu_remove_link(tunnel.luid));
  expect.failure(netioemu_delay_link(tunnel.luid, 1));
  expect.success(netioemu_add_link(&tunnel));
  MIB_IPFORWARD_ROW2 row = numbered(1);
  row.InterfaceLuid.Value = tunnel.luid;
  expect.success(CreateIpForwardEntry2(&row));
}

// A table may be freed after its machine.
void frees_a_table_after_its_machine(Expectations& expect) {
  PMIB_IPFORWARD_TABLE2 table = nullptr;
  expect.success(GetIpForwardTable2(ipv4, &table));
  expect.success(netioemu_start(nullptr));
  FreeMibTable(table);
  FreeMibTable(nullptr);
}

constexpr std::array all = {
    Client{"unknown-value", &does_not_start_with_an_unknown_value},
    Client{"callbacks", &calls_back_where_it_should},
    Client{"answers", &answers_what_it_should},
    Client{"without-elevation", &refuses_without_elevation},
    Client{"link-not-ready", &does_not_find_a_link_that_is_not_ready},
    Client{"delayed-link-removed", &forgets_the_delay_of_a_link_that_is_removed},
    Client{"table-after-its-machine", &frees_a_table_after_its_machine},
};

}  // namespace

std::span<const Client> answer_clients() { return all; }

}  // namespace netioconf::conformance::emulator::exports::clients
