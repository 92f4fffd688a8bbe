#include "conformance/emulator/exports/forwarding/system_host.h"

#include <cstring>

#include "conformance/emulator/exports/forwarding/system_links.h"
#include "conformance/emulator/machine/host_changes.h"

namespace netioconf::conformance::emulator::exports::forwarding {
namespace {

void add_system_link(netioconf_host& host, const SystemLink& link) {
  const netioconf_link added = {.luid = link.luid,
                                .index = link.index,
                                .ipv4 = link.ipv4,
                                .ipv6 = link.ipv6,
                                .routes = 1,
                                .loopback = link.loopback,
                                .ipv4_metric = link.ipv4_metric,
                                .ipv6_metric = link.ipv6_metric};
  if (!add_link(host, added)) return;
  if (!link.connected) (void)disconnect_link(host, link.luid);
  for (const SystemAddress& own : link.addresses) {
    IP_ADDRESS_PREFIX address{};
    std::memcpy(&address.Prefix, own.socket_address.data(), sizeof(address.Prefix));
    address.PrefixLength = own.length_bits;
    (void)add_address(host, link.luid, address);
  }
}

}  // namespace

netioconf_host system_host() {
  netioconf_host host{};
  host.size = sizeof(host);
  host.ipv4 = host.ipv6 = 1;
  for (const SystemLink& link : system_links()) {
    if (link.ipv4 || link.ipv6) add_system_link(host, link);
  }
  return host;
}

}  // namespace netioconf::conformance::emulator::exports::forwarding
