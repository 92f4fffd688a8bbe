#include <array>

#include "conformance/emulator/exports/clients/clients.h"
#include "conformance/emulator/exports/clients/fake.h"

// The functions of netioemu.h that change the machine.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

void starts_as_a_personality(Expectations& expect) {
  MIB_IPFORWARD_ROW2 row = numbered(1);
  expect.success(CreateIpForwardEntry2(&row));
  expect.equal(CreateIpForwardEntry2(&row), ERROR_OBJECT_ALREADY_EXISTS);
  expect.success(netioemu_start("common"));
  constexpr std::uint32_t status_not_found = 0xC0000225;
  expect.equal(static_cast<std::uint32_t>(GetIpForwardEntry2(&row)), status_not_found);
  expect.failure(netioemu_start("no-such-personality"));
}

void start_in_callback(PVOID started, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
  *static_cast<int*>(started) = netioemu_start(nullptr);
}

void does_not_start_in_a_callback(Expectations& expect) {
  int started = 0;
  HANDLE handle = nullptr;
  expect.success(NotifyRouteChange2(ipv4, &start_in_callback, &started, 1, &handle));
  expect.failure(started);
  expect.success(CancelMibChangeNotify2(handle));
}

// Both links have the routes of their addresses: 5 for an IPv4 address, 3 for an IPv6 address, one less
// for a subnet of a single address.
void has_the_routes_that_windows_has(Expectations& expect) {
  ChangeCounts changes;
  expect.success(netioemu_seed_like_windows());
  expect.equal(routes().size(), 5 + 2 + 5 + 3);
  expect.equal(changes.added(), 15);
  const SOCKADDR_INET loopback = ip4(127, 0, 0, 1);
  MIB_IPFORWARD_ROW2 best{};
  SOCKADDR_INET source{};
  expect.success(GetBestRoute2(nullptr, 0, nullptr, &loopback, 0, &best, &source));
  expect.equal(best.InterfaceIndex, NETIOEMU_LOOPBACK_INDEX);
  expect.equal(best.InterfaceLuid.Value, NETIOEMU_LOOPBACK_LUID);
  expect.equal(best.Protocol, 2);
  expect.equal(best.Origin, 1);
  expect.holds(same(source, loopback));
}

void adds_and_removes_a_link(Expectations& expect) {
  constexpr netioemu_link tunnel = {0x0035000007000000, 7, 5, 0};
  MIB_IPFORWARD_ROW2 row = numbered(1);
  row.InterfaceLuid.Value = tunnel.luid;
  expect.equal(CreateIpForwardEntry2(&row), ERROR_NOT_FOUND);
  expect.success(netioemu_add_link(&tunnel));
  expect.failure(netioemu_add_link(&tunnel));
  expect.failure(netioemu_add_link(nullptr));
  expect.success(CreateIpForwardEntry2(&row));
  ChangeCounts changes;
  expect.success(netioemu_remove_link(tunnel.luid));
  expect.failure(netioemu_remove_link(tunnel.luid));
  expect.equal(changes.deleted(), 1);
  expect.equal(GetIpForwardEntry2(&row), ERROR_NOT_FOUND);
}

void disconnects_and_connects_a_link(Expectations& expect) {
  const MIB_IPFORWARD_ROW2 row = numbered(1);
  expect.success(CreateIpForwardEntry2(&row));
  MIB_IPFORWARD_ROW2 best{};
  SOCKADDR_INET source{};
  const SOCKADDR_INET& wanted = row.DestinationPrefix.Prefix;
  expect.success(netioemu_disconnect_link(NETIOEMU_ETHERNET_LUID));
  expect.equal(GetBestRoute2(nullptr, 0, nullptr, &wanted, 0, &best, &source),
               ERROR_NETWORK_UNREACHABLE);
  expect.equal(routes().size(), 1);
  expect.success(netioemu_connect_link(NETIOEMU_ETHERNET_LUID));
  expect.success(GetBestRoute2(nullptr, 0, nullptr, &wanted, 0, &best, &source));
  expect.failure(netioemu_connect_link(NETIOEMU_ETHERNET_LUID));
  expect.failure(netioemu_disconnect_link(9));
}

void gives_and_takes_addresses(Expectations& expect) {
  expect.success(netioemu_seed_like_windows());
  const std::size_t before = routes().size();
  ChangeCounts changes;
  expect.success(netioemu_add_address(NETIOEMU_ETHERNET_LUID, "203.0.113.5/24"));
  expect.equal(routes().size(), before + 3);
  expect.success(netioemu_add_address(NETIOEMU_ETHERNET_LUID, "fe80::1:2/64"));
  expect.equal(routes().size(), before + 5);
  expect.success(netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "203.0.113.5"));
  expect.success(netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "fe80::1:2"));
  expect.equal(routes().size(), before);
  expect.equal(changes.added(), 5);
  expect.equal(changes.deleted(), 5);
}

void refuses_what_is_no_address(Expectations& expect) {
  for (const char* address :
       {"", "1.2.3.4", "1.2.3/8", "1.2.3.4.5/8", "1.2.3.256/8", "1.2.3.4/33", "1.2.3.4/", "1.2.3.-4/8",
        "1..3.4/8", "1.2.3.4./8", "::/129", ":::/8", "1::2::3/8", "1:2:3:4:5:6:7/8",
        "1:2:3:4:5:6:7:8:9/8", "1:2:3:4:5:6:7:8::/8", "12345::/8", "g::/8", "1:/8"}) {
    if (netioemu_add_address(NETIOEMU_ETHERNET_LUID, address) == 0) expect.unmet(address);
  }
  expect.failure(netioemu_add_address(NETIOEMU_ETHERNET_LUID, nullptr));
  expect.failure(netioemu_add_address(9, "192.0.2.11/24"));
  expect.failure(netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "192.0.2.11"));
  expect.failure(netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "192.0.2.10/24"));
  expect.success(netioemu_add_address(NETIOEMU_ETHERNET_LUID, "1:2:3:4:5:6:7:ffff/128"));
  expect.success(netioemu_add_address(NETIOEMU_ETHERNET_LUID, "1:2::7/0"));
}

void refuses_what_no_link_has(Expectations& expect) {
  expect.success(netioemu_seed_like_windows());
  const std::size_t before = routes().size();
  for (const char* address :
       {"0.0.0.0/0", "224.0.0.1/32", "240.0.0.1/8", "255.255.255.255/32", "192.0.2.0/24",
        "192.0.2.255/24", "127.0.0.2/8", "::/128", "::1/128", "ff02::1/128", "::ffff:c000:201/128"}) {
    if (netioemu_add_address(NETIOEMU_ETHERNET_LUID, address) == 0) expect.unmet(address);
  }
  expect.equal(routes().size(), before);
  expect.success(netioemu_add_address(NETIOEMU_LOOPBACK_LUID, "127.0.0.2/8"));
}

void ends_a_route(Expectations& expect) {
  MIB_IPFORWARD_ROW2 row = numbered(1);
  row.ValidLifetime = row.PreferredLifetime = 60;
  expect.success(netioconf_advance(0));
  expect.success(CreateIpForwardEntry2(&row));
  ChangeCounts changes;
  expect.success(netioconf_advance(61));
  expect.equal(GetIpForwardEntry2(&row), ERROR_NOT_FOUND);
  expect.equal(changes.deleted(), 1);
}

constexpr std::array all = {
    Client{"start", &starts_as_a_personality},
    Client{"start-in-a-callback", &does_not_start_in_a_callback},
    Client{"seed", &has_the_routes_that_windows_has},
    Client{"link", &adds_and_removes_a_link},
    Client{"disconnected-link", &disconnects_and_connects_a_link},
    Client{"addresses", &gives_and_takes_addresses},
    Client{"bad-addresses", &refuses_what_is_no_address},
    Client{"impossible-addresses", &refuses_what_no_link_has},
    Client{"clock", &ends_a_route},
};

}  // namespace

std::span<const Client> machine_clients() { return all; }

}  // namespace netioconf::conformance::emulator::exports::clients
