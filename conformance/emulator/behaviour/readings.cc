#include "conformance/emulator/behaviour/readings.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "conformance/emulator/behaviour/checks.h"
#include "conformance/emulator/behaviour/effects.h"

namespace netioconf::conformance::emulator::inline behaviour::readings {
namespace {

using checks::creates;
using checks::refused_if;

// ::ffff:0:0/96, the addresses of IPv4 nodes as IPv6 addresses.
bool is_mapped(const Address& address) {
  Address prefix{.family = ipv6};
  prefix.bytes[10] = prefix.bytes[11] = 0xff;
  return masked(address, 96) == prefix;
}

constexpr std::uint64_t largest_metric = std::numeric_limits<std::uint32_t>::max();

bool names_no_link(const MIB_IPFORWARD_ROW2& row) {
  return row.InterfaceLuid.Value == 0 && row.InterfaceIndex == 0;
}

// What Windows stores for the illegal values of InitializeIpForwardEntry.
constexpr ULONG automatic_metric = 256;
constexpr NL_ROUTE_PROTOCOL set_by_management = 3;

MIB_IPFORWARD_ROW2 with_defaults(MIB_IPFORWARD_ROW2 row) {
  if (row.Protocol == effects::illegal_protocol) row.Protocol = set_by_management;
  if (row.Metric == effects::unused_metric) row.Metric = automatic_metric;
  return row;
}

}  // namespace

Status host_bits_pass(Call, const Destination&, const Address&) { return Status::success; }

Status next_hop_of_either_family(Call, std::uint16_t, const Address& next_hop) {
  return refused_if(next_hop.family != ipv4 && next_hop.family != ipv6, Status::invalid_parameter);
}

// Windows accepts a next hop that is all zeros, and refuses a loopback address on every link.
Status next_hop_or_none(Call call, std::uint16_t destination_family, const Address& next_hop) {
  if (next_hop.family == unspecified) return Status::success;
  if (creates(call) && is_loopback(next_hop)) return Status::invalid_parameter;
  return checks::next_hop(call, destination_family, next_hop);
}

// GetIpForwardEntry2, Return value, lists the same reasons for refusal as CreateIpForwardEntry2.
// The tables of the two pages make no exception for an illegal length of the site prefix.
Status values_of_get_too(Call call, const MIB_IPFORWARD_ROW2& given) {
  const Call as = call == Call::route_get ? Call::route_create : call;
  const Status verdict = checks::values(as, given);
  const bool longer = given.SitePrefixLength > given.DestinationPrefix.PrefixLength;
  return verdict != Status::success ? verdict
                                    : refused_if(creates(as) && longer, Status::invalid_parameter);
}

Status values_of_set_too(Call call, const MIB_IPFORWARD_ROW2& given) {
  return checks::values(call == Call::route_set ? Call::route_create : call, given);
}

// Class E addresses and the limited broadcast address are no unicast addresses.
Status anycast_within_classes_a_to_c(Call call, const Address& address) {
  const bool class_e = address.family == ipv4 && address.bytes[0] >= 240;
  return class_e ? Status::invalid_parameter : checks::anycast_address(call, address);
}

// A loopback address never leaves the host, and a mapped address never appears on the wire.
Status anycast_beyond_this_host(Call call, const Address& address) {
  const bool within = is_loopback(address) || is_mapped(address);
  return within ? Status::invalid_parameter : checks::anycast_address(call, address);
}

Status own_unicast_is_a_duplicate(const Address&) { return Status::already_exists; }

Status own_unicast_is_invalid(const Address&) { return Status::invalid_parameter; }

// GetBestRoute2, Return value, refuses to search without a link.
Status link_named_always(Call, std::uint64_t luid, std::uint32_t index) {
  return refused_if(luid == 0 && index == 0, Status::invalid_parameter);
}

Status link_named_or_file_not_found(Call call, std::uint64_t luid, std::uint32_t index) {
  return refused_if(checks::link_named(call, luid, index) != Status::success, Status::file_not_found);
}

// The pages for programs have two statuses in these calls: this one if the machine has no such link,
// "not found" if the link has no such entry.
Status link_unknown_of_programs(Call call) {
  const bool tells_apart =
      call == Call::link_get || call == Call::best_route || call == Call::anycast_get;
  return tells_apart ? Status::file_not_found : Status::not_found;
}

Status link_family_not_supported(Call call, const netioconf_link& link, std::uint16_t family) {
  const Status status = checks::link_family(call, link, family);
  return creates(call) && status == Status::not_found ? Status::not_supported : status;
}

Status stack_not_found(Call call, const netioconf_host& host, std::uint16_t family) {
  return refused_if(checks::stack(call, host, family) != Status::success, Status::not_found);
}

RouteKey key_without_next_hop(Call call, const MIB_IPFORWARD_ROW2& given, std::uint8_t link) {
  RouteKey key = effects::route_key(call, given, link);
  key.next_hop = {};
  return key;
}

RouteKey key_with_masked_prefix(Call call, const MIB_IPFORWARD_ROW2& given, std::uint8_t link) {
  RouteKey key = effects::route_key(call, given, link);
  key.prefix = destination_of(key).prefix;
  return key;
}

RouteKey key_on_link(Call, const RouteKey& key) {
  RouteKey on_link = key;
  on_link.next_hop.bytes = {};
  return on_link;
}

RouteKey key_on_link_when_created(Call call, const RouteKey& key) {
  return creates(call) ? key_on_link(call, key) : key;
}

bool wildcards_of_get(Call call, const MIB_IPFORWARD_ROW2& given) {
  const bool open = names_no_link(given) || given.NextHop.si_family == unspecified ||
                    given.DestinationPrefix.Prefix.si_family == unspecified;
  return call == Call::route_get && open;
}

const RouteEntry* find_by_prefix_then_next_hop(Call, const RouteTable& routes, const RouteKey& key,
                                               const MIB_IPFORWARD_ROW2& given) {
  const RouteEntry* entry = routes.find(key);
  if (entry == nullptr) return nullptr;
  return address_of(entry->route.row.NextHop) == address_of(given.NextHop) ? entry : nullptr;
}

MIB_IPFORWARD_ROW2 new_route_with_given_next_hop(const MIB_IPFORWARD_ROW2& given, const RouteKey& key,
                                                 const netioconf_link& link) {
  MIB_IPFORWARD_ROW2 row = effects::new_route(given, key, link);
  row.NextHop = socket_address_of(address_of(given.NextHop));
  return row;
}

MIB_IPFORWARD_ROW2 new_route_with_defaults(const MIB_IPFORWARD_ROW2& given, const RouteKey& key,
                                           const netioconf_link& link) {
  return with_defaults(effects::new_route(given, key, link));
}

MIB_IPFORWARD_ROW2 set_route_with_defaults(const MIB_IPFORWARD_ROW2& stored,
                                           const MIB_IPFORWARD_ROW2& given) {
  return with_defaults(effects::set_route(stored, given));
}

Status missing_is_an_invalid_parameter(Call call) {
  return call == Call::best_route ? Status::not_found : Status::invalid_parameter;
}

Status missing_best_route_is_unreachable(Call call) {
  return call == Call::best_route ? Status::network_unreachable : Status::not_found;
}

Status empty_table_succeeds(Call) { return Status::success; }

std::optional<std::uint64_t> ends_with_its_lifetime_unless_immortal(const MIB_IPFORWARD_ROW2& row,
                                                                    std::uint64_t changed_s) {
  if (row.Immortal != 0 || row.ValidLifetime == effects::for_ever) return std::nullopt;
  return changed_s + row.ValidLifetime;
}

Lifetimes lifetimes_left(const MIB_IPFORWARD_ROW2& stored, const Ages& ages) {
  const std::uint64_t elapsed = ages.now_s - ages.changed_s;
  const auto left = [elapsed](std::uint32_t lifetime) {
    if (lifetime == effects::for_ever) return lifetime;
    return lifetime > elapsed ? static_cast<std::uint32_t>(lifetime - elapsed) : 0U;
  };
  return {left(stored.ValidLifetime), left(stored.PreferredLifetime)};
}

MIB_IPFORWARD_ROW2 read_complete_metric(Call, const MIB_IPFORWARD_ROW2& stored, const Ages&,
                                        std::uint32_t link_metric) {
  MIB_IPFORWARD_ROW2 row = stored;
  const std::uint64_t sum = std::uint64_t{stored.Metric} + link_metric;
  row.Metric = static_cast<ULONG>(std::min(sum, largest_metric));
  return row;
}

// The scope of a link-local address is its link.
MIB_IPFORWARD_ROW2 read_scope_of_next_hop(Call, const MIB_IPFORWARD_ROW2& stored, const Ages&,
                                          std::uint32_t) {
  MIB_IPFORWARD_ROW2 row = stored;
  if (is_ipv6_link_local(address_of(row.NextHop))) row.NextHop.Ipv6.sin6_scope_id = row.InterfaceIndex;
  return row;
}

std::uint64_t metric_sum_of_any_offset(std::uint16_t family, std::uint32_t offset,
                                       const netioconf_link& link) {
  return std::uint64_t{offset} + effects::link_metric(link, family);
}

std::uint64_t metric_sum_up_to_32_bits(std::uint16_t family, std::uint32_t offset,
                                       const netioconf_link& link) {
  return std::min(metric_sum_of_any_offset(family, offset, link), largest_metric);
}

bool eligible_always(const RouteKey&, const netioconf_link_details&) { return true; }

bool eligible_if_connected(const RouteKey& key, const netioconf_link_details& details) {
  return details.disconnected == 0 && effects::eligible(key, details);
}

Status null_best_source_accepted() { return Status::success; }

Announcement announce_what_differs(Call call, Status verdict, const MIB_IPFORWARD_ROW2& before,
                                   const MIB_IPFORWARD_ROW2& after) {
  MIB_IPFORWARD_ROW2 before_now = before;
  before_now.Age = after.Age;
  const auto differs = std::memcmp(static_cast<const void*>(&before_now),
                                   static_cast<const void*>(&after), sizeof(after));
  if (call == Call::route_set && differs == 0) return {};
  return effects::announce(call, verdict, before, after);
}

MIB_IPFORWARD_ROW2 announced_keys(const MIB_IPFORWARD_ROW2& row, MIB_NOTIFICATION_TYPE) {
  MIB_IPFORWARD_ROW2 keys;
  std::memset(static_cast<void*>(&keys), 0, sizeof(keys));
  keys.InterfaceLuid = row.InterfaceLuid;
  keys.InterfaceIndex = row.InterfaceIndex;
  keys.DestinationPrefix = row.DestinationPrefix;
  keys.NextHop = row.NextHop;
  return keys;
}

InitialNotification initial_for_each_family(BOOLEAN asked, std::uint16_t family) {
  if (asked == 0) return {};
  return {.times = family == unspecified ? 2U : 1U};
}

InitialNotification initial_for_each_route(BOOLEAN asked, std::uint16_t) {
  if (asked == 0) return {};
  return {.per_route = 1};
}

HANDLE handle_untouched_on_failure(Status verdict, HANDLE issued, HANDLE given) {
  return verdict == Status::success ? issued : given;
}

std::uint32_t number_with_printed_duplicate(Call call, Status status) {
  if (status == Status::already_exists) return ERROR_OBJECT_ALREADY_EXISTS;
  return effects::number(call, status);
}

std::uint32_t number_of_win32(Call, Status status) {
  switch (status) {
    case Status::success:
      return NO_ERROR;
    case Status::invalid_parameter:
      return ERROR_INVALID_PARAMETER;
    case Status::invalid_handle:
      return ERROR_INVALID_HANDLE;
    case Status::not_found:
      return ERROR_NOT_FOUND;
    case Status::file_not_found:
      return ERROR_FILE_NOT_FOUND;
    case Status::not_supported:
      return ERROR_NOT_SUPPORTED;
    case Status::already_exists:
      return ERROR_OBJECT_ALREADY_EXISTS;
    case Status::no_memory:
      return ERROR_NOT_ENOUGH_MEMORY;
    case Status::network_unreachable:
      return ERROR_NETWORK_UNREACHABLE;
    case Status::access_denied:
      return ERROR_ACCESS_DENIED;
  }
  return ERROR_INVALID_PARAMETER;
}

}  // namespace netioconf::conformance::emulator::inline behaviour::readings
