#include "conformance/emulator/behaviour/effects.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "conformance/emulator/behaviour/checks.h"

namespace netioconf::conformance::emulator::inline behaviour::effects {
namespace {

// What Windows has on every link.
constexpr std::uint32_t usual_path_mtu_timeout_ms = 600000;

// All bytes are zero, padding included.
template <class Row>
Row blank() {
  Row row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  return row;
}

}  // namespace

std::uint32_t link_metric(const netioconf_link& link, std::uint16_t family) {
  return family == ipv6 ? link.ipv6_metric : link.ipv4_metric;
}

// If a behaviour accepts a next hop of family 0, it is the one on the link.
RouteKey route_key(Call, const MIB_IPFORWARD_ROW2& given, std::uint8_t link) {
  RouteKey key;
  key.link = link;
  key.length_bits = given.DestinationPrefix.PrefixLength;
  key.prefix = address_of(given.DestinationPrefix.Prefix);
  key.next_hop = address_of(given.NextHop);
  if (key.next_hop.family == unspecified) key.next_hop = {key.prefix.family, {}};
  return key;
}

RouteKey key_of_own_next_hop(Call, const RouteKey& key) { return key; }

const RouteEntry* find_route(Call, const RouteTable& routes, const RouteKey& key,
                             const MIB_IPFORWARD_ROW2&) {
  return routes.find(key);
}

bool has_wildcards(Call, const MIB_IPFORWARD_ROW2&) { return false; }

AnycastKey anycast_key(Call, const MIB_ANYCASTIPADDRESS_ROW& given, std::uint8_t link) {
  return {.link = link, .address = address_of(given.Address)};
}

const AnycastEntry* find_anycast(Call, const AnycastTable& anycasts, const AnycastKey& key) {
  return anycasts.find(key);
}

Status route_answer(Call, const MIB_IPFORWARD_ROW2&, const netioconf_link*, Status verdict) {
  return verdict;
}

Status anycast_answer(Call, const MIB_ANYCASTIPADDRESS_ROW&, const netioconf_link*, Status verdict) {
  return verdict;
}

Status best_route_answer(const Address&, const netioconf_link*, Status verdict) { return verdict; }

bool commits(Call, Status verdict) { return verdict == Status::success; }

MIB_IPFORWARD_ROW2 new_route(const MIB_IPFORWARD_ROW2& given, const RouteKey& key,
                             const netioconf_link& link) {
  auto row = blank<MIB_IPFORWARD_ROW2>();
  row.InterfaceLuid.Value = link.luid;
  row.InterfaceIndex = link.index;
  row.DestinationPrefix.Prefix = socket_address_of(key.prefix);
  row.DestinationPrefix.PrefixLength = key.length_bits;
  row.NextHop = socket_address_of(key.next_hop);
  return set_route(row, given);
}

// Age and Origin are the stack's (CreateIpForwardEntry2 and SetIpForwardEntry2, Remarks). Origin zero
// is a route that was added by hand.
MIB_IPFORWARD_ROW2 set_route(const MIB_IPFORWARD_ROW2& stored, const MIB_IPFORWARD_ROW2& given) {
  MIB_IPFORWARD_ROW2 row = stored;
  row.SitePrefixLength = given.SitePrefixLength;
  row.ValidLifetime = given.ValidLifetime;
  row.PreferredLifetime = given.PreferredLifetime;
  row.Metric = given.Metric;
  row.Protocol = given.Protocol;
  row.Loopback = given.Loopback;
  row.AutoconfigureAddress = given.AutoconfigureAddress;
  row.Publish = given.Publish;
  row.Immortal = given.Immortal;
  return row;
}

// The zone of every IPv6 address is that of its link; IPv4 has none (MIB_ANYCASTIPADDRESS_ROW,
// Members).
MIB_ANYCASTIPADDRESS_ROW new_anycast(const MIB_ANYCASTIPADDRESS_ROW&, const AnycastKey& key,
                                     const netioconf_link& link) {
  auto row = blank<MIB_ANYCASTIPADDRESS_ROW>();
  row.Address = socket_address_of(key.address);
  row.InterfaceLuid.Value = link.luid;
  row.InterfaceIndex = link.index;
  row.ScopeId.Value = key.address.family == ipv6 ? link.index & 0x0fffffffU : 0U;
  return row;
}

void after_route(Call, Status, const RouteKey&, Tables&) {}

void after_anycast(Call, Status, const AnycastKey&, Tables&) {}

void after_free(const void*, Tables&) {}

// Only the rows of the Get calls are written.
void route_argument(Call call, Status verdict, MIB_IPFORWARD_ROW2& argument,
                    const MIB_IPFORWARD_ROW2& stored) {
  if (call == Call::route_get && verdict == Status::success) argument = stored;
}

void anycast_argument(Call call, Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                      const MIB_ANYCASTIPADDRESS_ROW& stored) {
  if (call == Call::anycast_get && verdict == Status::success) argument = stored;
}

// A route exists while its age in whole seconds does not exceed its lifetime, so even a lifetime of zero
// seconds can be observed. Immortal does not prevent expiry.
std::optional<std::uint64_t> ends_at(const MIB_IPFORWARD_ROW2& row, std::uint64_t changed_s) {
  if (row.ValidLifetime == for_ever) return std::nullopt;
  return changed_s + row.ValidLifetime + 1;
}

MIB_IPFORWARD_ROW2 read_route(Call, const MIB_IPFORWARD_ROW2& stored, const Ages&, std::uint32_t) {
  return stored;
}

// Seconds since the route was added or modified (MIB_IPFORWARD_ROW2, Members). It is stored with an age
// of zero.
std::uint32_t age(const MIB_IPFORWARD_ROW2& stored, const Ages& ages) {
  constexpr std::uint64_t oldest = std::numeric_limits<std::uint32_t>::max();
  const std::uint64_t elapsed = ages.now_s > ages.changed_s ? ages.now_s - ages.changed_s : 0;
  return static_cast<std::uint32_t>(std::min(stored.Age + elapsed, oldest));
}

std::uint64_t changed_by_get(std::uint64_t changed_s, std::uint64_t) { return changed_s; }

Lifetimes lifetimes(const MIB_IPFORWARD_ROW2& stored, const Ages&) {
  return {stored.ValidLifetime, stored.PreferredLifetime};
}

MIB_ANYCASTIPADDRESS_ROW read_anycast(Call, const MIB_ANYCASTIPADDRESS_ROW& stored) { return stored; }

// MIB_IPINTERFACE_ROW, Members, has the defaults of the router advertisement intervals, DadTransmits and
// UseAutomaticMetric, and names RFC 2461 for the times of neighbor discovery.
MIB_IPINTERFACE_ROW read_link(const netioconf_link& link, const netioconf_link_details& details,
                              std::uint16_t family) {
  auto row = blank<MIB_IPINTERFACE_ROW>();
  row.Family = family;
  row.InterfaceLuid.Value = link.luid;
  row.InterfaceIndex = link.index;
  row.Metric = link_metric(link, family);
  row.UseAutomaticMetric = 1;
  row.UseNeighborUnreachabilityDetection = 1;
  row.MinRouterAdvertisementInterval = family == ipv6 ? 200 : 0;
  row.MaxRouterAdvertisementInterval = family == ipv6 ? 600 : 0;
  row.DadTransmits = family == ipv6 ? 1 : 3;
  row.BaseReachableTime = 30000;
  row.ReachableTime = 30000;
  row.RetransmitTime = 1000;
  row.SitePrefixLength = family == ipv6 ? 64 : 0;
  row.NlMtu = 1500;
  const std::uint32_t timeout_ms = details.path_mtu_timeout_ms;
  row.PathMtuDiscoveryTimeout = timeout_ms != 0 ? timeout_ms : usual_path_mtu_timeout_ms;
  row.Connected = details.disconnected == 0;
  row.DisableDefaultRoutes = details.ignores_default_routes != 0;
  row.SupportsNeighborDiscovery = 1;
  row.SupportsRouterDiscovery = 1;
  for (ULONG& zone : row.ZoneIndices) zone = link.index;
  return row;
}

bool listed(Call, std::uint16_t asked, std::uint16_t family) {
  return asked == unspecified || asked == family;
}

void route_rows(std::vector<MIB_IPFORWARD_ROW2>&) {}

void anycast_rows(std::vector<MIB_ANYCASTIPADDRESS_ROW>&) {}

TableHead table_head(Call, std::size_t rows) { return {.rows = static_cast<std::uint32_t>(rows)}; }

void beside_row(Call, unsigned char*, std::size_t) {}

// InitializeIpForwardEntry, Remarks. The illegal values are those of MIB_IPFORWARD_ROW2, Members.
void initialize(MIB_IPFORWARD_ROW2& row) {
  row = blank<MIB_IPFORWARD_ROW2>();
  row.ValidLifetime = for_ever;
  row.PreferredLifetime = for_ever;
  row.Loopback = 1;
  row.AutoconfigureAddress = 1;
  row.Publish = 1;
  row.Immortal = 1;
  row.SitePrefixLength = checks::illegal_length;
  row.Metric = unused_metric;
  row.Protocol = illegal_protocol;
}

std::vector<const RouteEntry*> covering(const RouteTable& routes, const Address& destination) {
  return routes.covering(destination);
}

// An unused offset adds nothing. The sum is wider than its parts, so it can't wrap.
std::uint64_t complete_metric(std::uint16_t family, std::uint32_t offset, const netioconf_link& link) {
  const std::uint64_t used_offset = offset == unused_metric ? 0 : offset;
  return used_offset + link_metric(link, family);
}

bool searches(std::optional<std::uint8_t> named_link, std::uint8_t link) {
  return !named_link || *named_link == link;
}

// MIB_IPINTERFACE_ROW, Members: DisableDefaultRoutes. Its page does not mention links that are not
// connected.
bool eligible(const RouteKey& key, const netioconf_link_details& details) {
  return key.length_bits != 0 || details.ignores_default_routes == 0;
}

bool better(const RouteEntry& challenger, const RouteEntry& holder) {
  const std::uint8_t length_bits = challenger.key().length_bits;
  const std::uint8_t held_bits = holder.key().length_bits;
  if (length_bits != held_bits) return length_bits > held_bits;
  if (challenger.route.complete_metric != holder.route.complete_metric) {
    return challenger.route.complete_metric < holder.route.complete_metric;
  }
  return challenger.sequence() < holder.sequence();
}

Status null_best_source() { return Status::invalid_parameter; }

Announcement announce(Call call, Status verdict, const MIB_IPFORWARD_ROW2&, const MIB_IPFORWARD_ROW2&) {
  if (verdict != Status::success) return {};
  if (call == Call::route_create) return {.type = MibAddInstance, .times = 1};
  if (call == Call::route_set) return {.type = MibParameterNotification, .times = 1};
  return {.type = MibDeleteInstance, .times = 1};
}

bool listens(std::uint16_t registered, std::uint16_t family) {
  return registered == unspecified || registered == family;
}

MIB_IPFORWARD_ROW2 announced_row(const MIB_IPFORWARD_ROW2& row, MIB_NOTIFICATION_TYPE) { return row; }

PVOID announced_context(PVOID context, MIB_NOTIFICATION_TYPE) { return context; }

InitialNotification initial(BOOLEAN asked, std::uint16_t) { return {.times = asked != 0 ? 1U : 0U}; }

HANDLE shown_handle(Status, HANDLE issued, HANDLE) { return issued; }

bool cancels(Status verdict) { return verdict == Status::success; }

void empty(Tables& tables, const netioconf_host&) {
  tables.routes.clear();
  tables.anycasts.clear();
}

void set_up(netioconf_host&) {}

bool removes_registrations(const netioconf_host&) { return true; }

std::uint32_t number(Call, Status status) {
  switch (status) {
    case Status::success:
      return STATUS_SUCCESS;
    case Status::invalid_parameter:
      return STATUS_INVALID_PARAMETER;
    case Status::invalid_handle:
      return STATUS_INVALID_HANDLE;
    case Status::not_found:
      return STATUS_NOT_FOUND;
    case Status::file_not_found:
      return STATUS_OBJECT_NAME_NOT_FOUND;
    case Status::not_supported:
      return STATUS_NOT_SUPPORTED;
    case Status::already_exists:
      return STATUS_DUPLICATE_OBJECTID;
    case Status::no_memory:
      return STATUS_NO_MEMORY;
    case Status::network_unreachable:
      return STATUS_NETWORK_UNREACHABLE;
    case Status::access_denied:
      return STATUS_ACCESS_DENIED;
  }
  return STATUS_INVALID_PARAMETER;
}

}  // namespace netioconf::conformance::emulator::inline behaviour::effects
