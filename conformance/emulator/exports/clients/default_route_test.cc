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

using DefaultRoute = Fake;

TEST_F(DefaultRoute, IsFoundWithoutALink) {
  ASSERT_EQ(netioemu_seed_like_windows(), 0);
  EXPECT_FALSE(default_route());
  // The tunnel's own default route has no gateway.
  constexpr netioemu_link tunnel = {0x0035000007000000, 7, 5, 0};
  ASSERT_EQ(netioemu_add_link(&tunnel), 0);
  MIB_IPFORWARD_ROW2 own = route_to(ip4(0, 0, 0, 0), 0, ip4(0, 0, 0, 0));
  own.InterfaceLuid.Value = tunnel.luid;
  ASSERT_EQ(CreateIpForwardEntry2(&own), NO_ERROR);
  const MIB_IPFORWARD_ROW2 others = route_to(ip4(0, 0, 0, 0), 0, ip4(192, 0, 2, 1));
  ASSERT_EQ(CreateIpForwardEntry2(&others), NO_ERROR);

  const auto found = default_route();
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(found->NextHop, ip4(192, 0, 2, 1)));
  EXPECT_EQ(found->InterfaceIndex, NETIOEMU_ETHERNET_INDEX);
  EXPECT_EQ(found->InterfaceLuid.Value, NETIOEMU_ETHERNET_LUID);

  // The way to the server of the tunnel, by the row that was found.
  MIB_IPFORWARD_ROW2 exception = *found;
  exception.DestinationPrefix.Prefix = ip4(198, 51, 100, 9);
  exception.DestinationPrefix.PrefixLength = 32;
  EXPECT_EQ(CreateIpForwardEntry2(&exception), NO_ERROR);
  // The same row without a link is no route to delete.
  exception.InterfaceLuid.Value = 0;
  exception.InterfaceIndex = 0;
  EXPECT_EQ(DeleteIpForwardEntry2(&exception), ERROR_FILE_NOT_FOUND);
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports::clients
