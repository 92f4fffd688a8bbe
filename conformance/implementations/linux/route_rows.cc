#include "conformance/implementations/linux/route_rows.h"

#include <algorithm>

namespace netioconf::conformance::implementations::linux {
namespace {

constexpr ULONG last_shared_protocol = 19;  // NL_ROUTE_PROTOCOL has 1 to 19 and some above 10000
constexpr std::uint8_t protocol_of_others = RTPROT_STATIC;

// The remainder of a lifetime.
std::uint32_t left_of(std::uint32_t lifetime_s, std::uint32_t age_s) {
  if (lifetime_s == infinite_s) return lifetime_s;
  return lifetime_s - std::min(lifetime_s, age_s);
}

std::uint32_t age_of(const Remembered& remembered) {
  const auto age = std::chrono::steady_clock::now() - remembered.since;
  return static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::seconds>(age).count());
}

void fill_remembered(const Remembered& remembered, const kernel::KernelRoute& route,
                     MIB_IPFORWARD_ROW2& row) {
  row.Age = age_of(remembered);
  row.SitePrefixLength = remembered.site_prefix_length;
  row.ValidLifetime = route.valid_s ? *route.valid_s : left_of(remembered.valid_lifetime_s, row.Age);
  row.PreferredLifetime = std::min(left_of(remembered.preferred_lifetime_s, row.Age), row.ValidLifetime);
  row.Protocol =
      kernel_protocol(remembered.protocol) == remembered.protocol ? route.protocol : remembered.protocol;
  row.Loopback = remembered.loopback;
  row.AutoconfigureAddress = remembered.autoconfigure_address;
  row.Publish = remembered.publish;
  row.Immortal = remembered.immortal;
}

}  // namespace

std::uint8_t kernel_protocol(ULONG protocol) {
  const bool shared = protocol >= 1 && protocol <= last_shared_protocol;
  return shared ? static_cast<std::uint8_t>(protocol) : protocol_of_others;
}

std::expected<NamedRoute, NETIO_STATUS> named_route(Adapter& adapter, const MIB_IPFORWARD_ROW2* row) {
  const auto refused = [&](std::string_view why) {
    return std::unexpected(adapter.by_adapter(STATUS_INVALID_PARAMETER, why));
  };
  if (row == nullptr) return refused("no row");
  NamedRoute named;
  named.row = copy_of(row);
  const MIB_IPFORWARD_ROW2& given = named.row;
  if (kernel_family(given.DestinationPrefix.Prefix.si_family) == 0) {
    return refused("no such family of destinations");
  }
  if (kernel_family(given.NextHop.si_family) == 0) return refused("no such family of next hops");
  if (given.InterfaceLuid.Value == 0 && given.InterfaceIndex == 0) return refused("no link is named");
  named.link = adapter.link_map.find(given.InterfaceLuid.Value, given.InterfaceIndex);
  named.route.destination = kernel_address(given.DestinationPrefix.Prefix);
  named.route.length = given.DestinationPrefix.PrefixLength;
  named.route.next_hop = kernel_address(given.NextHop);
  // For Linux, a route without a next hop is on-link.
  const bool same_family = named.route.next_hop.family == named.route.destination.family;
  if (same_family && is_all_zero(named.route.next_hop)) named.route.next_hop = {};
  named.route.ifindex = named.link == nullptr ? no_ifindex : named.link->ifindex;
  return named;
}

Remembered remembered_of(const MIB_IPFORWARD_ROW2& row) {
  return {.site_prefix_length = row.SitePrefixLength,
          .valid_lifetime_s = row.ValidLifetime,
          .preferred_lifetime_s = row.PreferredLifetime,
          .protocol = row.Protocol,
          .loopback = row.Loopback,
          .autoconfigure_address = row.AutoconfigureAddress,
          .publish = row.Publish,
          .immortal = row.Immortal,
          .since = std::chrono::steady_clock::now()};
}

bool fill_row(const Adapter& adapter, const kernel::KernelRoute& route, MIB_IPFORWARD_ROW2& row) {
  const NamedLink* link = adapter.link_map.find_kernel(route.ifindex);
  if (link == nullptr) return false;
  row = {};
  row.InterfaceLuid.Value = link->luid;
  row.InterfaceIndex = link->index;
  row.DestinationPrefix.Prefix = documented_address(route.destination);
  row.DestinationPrefix.PrefixLength = route.length;
  kernel::KernelAddress next_hop = route.next_hop;
  if (next_hop.family == 0) next_hop.family = route.destination.family;
  row.NextHop = documented_address(next_hop);
  row.Metric = route.priority - link->metric(route.destination.family);
  row.ValidLifetime = infinite_s;
  row.PreferredLifetime = infinite_s;
  row.Protocol = route.protocol;
  const auto remembered = adapter.remembered.find(name_of(route));
  if (remembered != adapter.remembered.end()) fill_remembered(remembered->second, route, row);
  return true;
}

}  // namespace netioconf::conformance::implementations::linux
