#include "conformance/emulator/machine/windows_routes.h"

#include <algorithm>
#include <cstring>

#include "conformance/emulator/behaviour/effects.h"
#include "conformance/emulator/behaviour/sources.h"

namespace netioconf::conformance::emulator::inline machine {
namespace {

constexpr ULONG metric_of_the_stack = 256;

// The last IPv4 address of the subnet.
Address broadcast_of(Address address, unsigned length_bits) {
  const Address mask = masked({ipv4, {0xff, 0xff, 0xff, 0xff}}, length_bits);
  for (std::size_t i = 0; i < 4; ++i) {
    address.bytes[i] = static_cast<std::uint8_t>(address.bytes[i] | (mask.bytes[i] ^ 0xff));
  }
  return address;
}

std::vector<Destination> destinations_of(const IP_ADDRESS_PREFIX& own) {
  const Address address = address_of(own.Prefix);
  const auto whole = static_cast<std::uint8_t>(bits_of(address.family));
  std::vector<Destination> destinations = {
      {masked(address, own.PrefixLength), own.PrefixLength},
      {address, whole},
  };
  if (address.family == ipv6) {
    destinations.push_back({{ipv6, {0xff}}, 8});
    return destinations;
  }
  // A subnet of at most two addresses has none for broadcasts (RFC 3021).
  if (own.PrefixLength < 31) destinations.push_back({broadcast_of(address, own.PrefixLength), whole});
  destinations.push_back({{ipv4, {224}}, 4});
  destinations.push_back({{ipv4, {255, 255, 255, 255}}, whole});
  return destinations;
}

MIB_IPFORWARD_ROW2 row_of(const netioconf_link& link, const Destination& destination) {
  MIB_IPFORWARD_ROW2 row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  row.InterfaceLuid.Value = link.luid;
  row.InterfaceIndex = link.index;
  row.DestinationPrefix.Prefix = socket_address_of(destination.prefix);
  row.DestinationPrefix.PrefixLength = destination.length_bits;
  row.NextHop = socket_address_of({destination.prefix.family, {}});
  row.ValidLifetime = row.PreferredLifetime = effects::for_ever;
  row.Metric = metric_of_the_stack;
  row.Protocol = protocol_local;
  row.Loopback = link.loopback != 0;
  row.Immortal = 1;
  row.Origin = well_known;
  return row;
}

}  // namespace

std::vector<MIB_IPFORWARD_ROW2> windows_routes(const netioconf_host& host) {
  std::vector<MIB_IPFORWARD_ROW2> rows;
  const auto links = sources::details_of(host);
  for (std::size_t position = 0; position < links.size(); ++position) {
    std::vector<Destination> made;
    for (const IP_ADDRESS_PREFIX& own : sources::addresses_of(links[position])) {
      for (const Destination& destination : destinations_of(own)) {
        if (std::find(made.begin(), made.end(), destination) != made.end()) continue;
        made.push_back(destination);
        rows.push_back(row_of(host.links[position], destination));
      }
    }
  }
  return rows;
}

}  // namespace netioconf::conformance::emulator::inline machine
