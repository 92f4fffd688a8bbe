#include <array>
#include <cstring>
#include <optional>

#include "conformance/emulator/exports/clients/clients.h"
#include "conformance/emulator/exports/clients/fake.h"

// A tunnel finds the gateway that it has to route its own packets to by asking for the default route of
// no link in particular.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

// The default route of IPv4, or nothing.
std::optional<MIB_IPFORWARD_ROW2> default_route() {
  MIB_IPFORWARD_ROW2 row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  row.DestinationPrefix.Prefix.si_family = ipv4;
  if (GetIpForwardEntry2(&row) != NO_ERROR) return std::nullopt;
  return row;
}

// The tunnel's own default route has no gateway.
void add_default_routes(Expectations& expect) {
  constexpr netioemu_link tunnel = {0x0035000007000000, 7, 5, 0};
  expect.success(netioemu_add_link(&tunnel));
  MIB_IPFORWARD_ROW2 own = route_to(ip4(0, 0, 0, 0), 0, ip4(0, 0, 0, 0));
  own.InterfaceLuid.Value = tunnel.luid;
  expect.success(CreateIpForwardEntry2(&own));
  const MIB_IPFORWARD_ROW2 others = route_to(ip4(0, 0, 0, 0), 0, ip4(192, 0, 2, 1));
  expect.success(CreateIpForwardEntry2(&others));
}

void is_found_without_a_link(Expectations& expect) {
  expect.success(netioemu_seed_like_windows());
  expect.holds(!default_route());
  add_default_routes(expect);
  const auto found = default_route();
  if (!expect.holds(found.has_value())) return;
  expect.holds(same(found->NextHop, ip4(192, 0, 2, 1)));
  expect.equal(found->InterfaceIndex, NETIOEMU_ETHERNET_INDEX);
  expect.equal(found->InterfaceLuid.Value, NETIOEMU_ETHERNET_LUID);

  // The way to the server of the tunnel, by the row that was found.
  MIB_IPFORWARD_ROW2 exception = *found;
  exception.DestinationPrefix.Prefix = ip4(198, 51, 100, 9);
  exception.DestinationPrefix.PrefixLength = 32;
  expect.success(CreateIpForwardEntry2(&exception));
  // The same row without a link is no route to delete.
  exception.InterfaceLuid.Value = 0;
  exception.InterfaceIndex = 0;
  expect.equal(DeleteIpForwardEntry2(&exception), ERROR_FILE_NOT_FOUND);
}

constexpr std::array all = {Client{"default-route-without-a-link", &is_found_without_a_link}};

}  // namespace

std::span<const Client> default_route_clients() { return all; }

}  // namespace netioconf::conformance::emulator::exports::clients
