#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/depth_1.h"
#include "conformance/search/sweep/spaces/host_family.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::RouteRow;

// Shorter prefixes are the same as those of the addresses in other regions.
constexpr std::uint64_t shortest = 2;
constexpr std::uint64_t lengths = 256 - shortest;
// The plain route has no site prefix.
constexpr std::uint64_t shortest_site_prefix = 1;
constexpr std::uint64_t site_prefixes = 256 - shortest_site_prefix;

// An address that is in no prefix of another region, except for the shortest ones.
oracle::SocketAddress lone_address(std::uint16_t family) {
  return family == oracle::ipv4_family ? oracle::ipv4(192, 0, 2, 171)
                                       : oracle::ipv6(0x6abc'5555'5555'5555, 0x5555'5555'5555'5555);
}

// Every length of the prefix, then every site prefix of a host route.
RouteRow with_length(RouteRow row, std::uint64_t number) {
  const oracle::SocketAddress address = lone_address(row.destination.address.family);
  if (number < lengths) {
    row.destination.length = static_cast<std::uint8_t>(shortest + number);
  } else {
    row.destination.length = oracle::address_bits(address.family);
    row.site_prefix_length = static_cast<std::uint8_t>(shortest_site_prefix + number - lengths);
  }
  row.destination.address = oracle::masked(address, row.destination.length);
  return row;
}

}  // namespace

Region routes_with_every_length() {
  return over("routes, every length", families_on_plain_host(), [](const HostFamily& host_family) {
    const RouteRow plain = plain_route(*host_family.host, host_family.family);
    return Region{
        .size = lengths + site_prefixes,
        .write = [host = host_family.host, plain](std::uint64_t number, oracle::Script& script) {
          const RouteRow row = with_length(plain, number);
          put(script, host, create(row), call(oracle::Call::get_route, row), best_route(row),
              call(oracle::Call::delete_route, row));
        }};
  });
}

}  // namespace netioconf::conformance::search::sweep::spaces
