#include "conformance/specimens/routes.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/specimens/address.h"
#include "conformance/specimens/clock.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/notifications.h"

static const ULONG infinite = 0xffffffff;
enum { sentinel = 255, network_management = 3, automatic_metric = 256 };

static struct route* routes;
static size_t count, capacity;

bool has_illegal_lifetimes(const MIB_IPFORWARD_ROW2* row) {
  const ULONG preferred = row->PreferredLifetime;
  const ULONG valid = row->ValidLifetime;
  if (fault(lifetimes_unchecked)) return false;
  if (fault(lifetimes_signed)) return (int32_t)preferred > (int32_t)valid;
  if (fault(lifetimes_equal_refused)) return preferred >= valid && valid != infinite;
  if (fault(infinite_preferred_accepted) && preferred == infinite) return false;
  if (fault(zero_valid_is_no_limit) && valid == 0) return false;
  if (fault(lifetimes_both_or_none_infinite))
    return preferred > valid || (valid == infinite) != (preferred == infinite);
  return preferred > valid;
}

bool has_illegal_site_prefix(const MIB_IPFORWARD_ROW2* row) {
  const unsigned site = row->SitePrefixLength;
  const unsigned length = row->DestinationPrefix.PrefixLength;
  const bool ipv6 = row->DestinationPrefix.Prefix.si_family == NETIOCONF_AF_INET6;
  if (site == sentinel && knob.site_prefix_sentinel == accepted) return false;
  if (fault(site_prefix_unchecked)) return false;
  if (fault(site_prefix_unchecked_ipv6) && ipv6) return false;
  if (fault(site_prefix_against_family)) return site > (ipv6 ? 128u : 32u);
  if (fault(site_prefix_against_32)) return site > 32;
  if (fault(site_prefix_equal_refused)) return site >= length && site != 0;
  if (fault(site_prefix_signed)) return (int8_t)site > (int)length;
  if (fault(site_prefix_must_equal)) return site != length;
  return site > length;
}

bool ends_at_once(const MIB_IPFORWARD_ROW2* row) {
  return row->ValidLifetime == 0 && knob.zero_lifetime == zero_expired;
}

size_t route_count(void) { return count; }

struct route* route_at(size_t position) { return &routes[position]; }

enum host_part host_part_of_lookups(void) {
  if (knob.lookup_host_bits == lookup_masked) return host_part_masked;
  if (knob.lookup_host_bits != lookup_as_create) return host_part_counts;
  const bool masks = knob.host_bits == host_bits_masked || knob.host_bits == host_bits_network;
  return masks ? host_part_masked : host_part_counts;
}

bool same_prefix(const MIB_IPFORWARD_ROW2* one, const MIB_IPFORWARD_ROW2* other, enum host_part part) {
  SOCKADDR_INET left = one->DestinationPrefix.Prefix;
  SOCKADDR_INET right = other->DestinationPrefix.Prefix;
  if (left.si_family != right.si_family) return false;
  if (part == host_part_masked) {
    mask_to(&left, one->DestinationPrefix.PrefixLength);
    mask_to(&right, other->DestinationPrefix.PrefixLength);
  }
  return same_address(&left, &right);
}

static bool same_length(const MIB_IPFORWARD_ROW2* one, const MIB_IPFORWARD_ROW2* other) {
  return one->DestinationPrefix.PrefixLength == other->DestinationPrefix.PrefixLength;
}

/* The next hop as it is compared. */
static SOCKADDR_INET compared_next_hop(const netioconf_link* link, const SOCKADDR_INET* next_hop) {
  const bool lookup = knob.own_next_hop == own_next_hop_same_key ||
                      knob.own_next_hop == own_next_hop_on_link_in_every_call;
  const bool on_link = lookup && is_address_of_link(link, next_hop);
  return on_link ? all_zero_of(next_hop->si_family) : *next_hop;
}

static bool same_next_hop(const struct route* route, const SOCKADDR_INET* next_hop) {
  const SOCKADDR_INET left = compared_next_hop(route->link, &route->row.NextHop);
  const SOCKADDR_INET right = compared_next_hop(route->link, next_hop);
  return same_address(&left, &right);
}

/* The next hop of a row that is created. */
static SOCKADDR_INET created_next_hop(const netioconf_link* link, const SOCKADDR_INET* next_hop) {
  const bool stored = knob.own_next_hop == own_next_hop_on_link ||
                      knob.own_next_hop == own_next_hop_on_link_in_every_call;
  const bool on_link = stored && is_address_of_link(link, next_hop);
  return on_link ? all_zero_of(next_hop->si_family) : *next_hop;
}

static bool is_duplicate(const struct route* route, const netioconf_link* link,
                         const MIB_IPFORWARD_ROW2* row) {
  const bool network = knob.host_bits == host_bits_network || knob.host_bits == host_bits_masked;
  const enum host_part part = network ? host_part_masked : host_part_counts;
  if (route->link != link && !fault(duplicate_over_links)) return false;
  if (fault(duplicate_compares_metric) && route->row.Metric != row->Metric) return false;
  if (fault(duplicate_compares_protocol) && route->row.Protocol != row->Protocol) return false;
  if (fault(duplicate_compares_port) && route->row.NextHop.Ipv4.sin_port != row->NextHop.Ipv4.sin_port) {
    return false;
  }
  if (fault(duplicate_needs_luid) && row->InterfaceLuid.Value == 0) return false;
  if (!fault(duplicate_ignores_length) && !same_length(&route->row, row)) return false;
  if (!same_prefix(&route->row, row, part)) return false;
  const SOCKADDR_INET next_hop = created_next_hop(link, &row->NextHop);
  return knob.duplicate_key == key_is_prefix || same_next_hop(route, &next_hop);
}

struct route* find_duplicate(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row) {
  if (fault(duplicate_accepted)) return NULL;
  for (size_t i = fault(duplicate_of_last_only) && count > 0 ? count - 1 : 0; i < count; ++i) {
    if (is_duplicate(&routes[i], link, row)) return &routes[i];
  }
  return NULL;
}

struct route* find_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row) {
  const enum host_part part = host_part_of_lookups();
  for (size_t i = 0; i < count; ++i) {
    const MIB_IPFORWARD_ROW2* there = &routes[i].row;
    if (routes[i].link != link || !same_length(there, row) || !same_prefix(there, row, part)) continue;
    if (same_next_hop(&routes[i], &row->NextHop)) return &routes[i];
  }
  return NULL;
}

struct route* find_first_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row) {
  const enum host_part part = host_part_of_lookups();
  const bool any_destination = row->DestinationPrefix.Prefix.si_family == 0;
  const bool any_next_hop = row->NextHop.si_family == 0 || fault(get_ignores_next_hop);
  for (size_t i = 0; i < count; ++i) {
    const MIB_IPFORWARD_ROW2* there = &routes[i].row;
    if (link != NULL && routes[i].link != link) continue;
    if (!any_destination && (!same_length(there, row) || !same_prefix(there, row, part))) continue;
    if (any_next_hop || same_next_hop(&routes[i], &row->NextHop)) return &routes[i];
  }
  return NULL;
}

static BOOLEAN kept_flag(int how, BOOLEAN given, const netioconf_link* link) {
  switch (how) {
    case flag_normal:
      return given != 0;
    case flag_true:
      return 1;
    case flag_false:
      return 0;
    case flag_of_link:
      return link->loopback != 0;
    default:
      return given;
  }
}

static ULONG kept_metric(ULONG given) {
  if (fault(metric_lost)) return 0;
  if (fault(metric_16_bits)) return given & 0xffff;
  if (fault(metric_byte_order)) return __builtin_bswap32(given);
  if (given != 0xffffffff || knob.unused_metric == unused_given) return given;
  return knob.unused_metric == unused_zero ? 0 : automatic_metric;
}

static NL_ROUTE_PROTOCOL kept_protocol(NL_ROUTE_PROTOCOL given) {
  const bool legal = (given >= 1 && given <= 19) || given == 10002 || given == 10006 || given == 10007;
  if (fault(protocol_lost)) return network_management;
  if (legal || knob.illegal_protocol == protocol_given) return given;
  return knob.illegal_protocol == protocol_other ? 1 : network_management;
}

static UCHAR kept_site_prefix(const MIB_IPFORWARD_ROW2* row) {
  if (fault(site_prefix_lost)) return 0;
  if (row->SitePrefixLength != sentinel) return row->SitePrefixLength;
  switch (knob.sentinel_read_back) {
    case sentinel_zero:
      return 0;
    case sentinel_prefix_length:
      return row->DestinationPrefix.PrefixLength;
    default:
      return sentinel;
  }
}

void adopt(struct route* route, const MIB_IPFORWARD_ROW2* row) {
  MIB_IPFORWARD_ROW2* kept = &route->row;
  const MIB_IPFORWARD_ROW2 before = *kept;
  kept->SitePrefixLength = kept_site_prefix(row);
  kept->ValidLifetime = fault(lifetimes_swapped) ? row->PreferredLifetime : row->ValidLifetime;
  kept->PreferredLifetime = fault(lifetimes_swapped) || fault(preferred_lifetime_lost)
                                ? row->ValidLifetime
                                : row->PreferredLifetime;
  kept->Metric = kept_metric(row->Metric);
  kept->Protocol = kept_protocol(row->Protocol);
  kept->Loopback = kept_flag(knob.loopback_flag, row->Loopback, route->link);
  kept->AutoconfigureAddress =
      kept_flag(knob.autoconfigure_flag, row->AutoconfigureAddress, route->link);
  kept->Publish = kept_flag(knob.publish_flag, row->Publish, route->link);
  kept->Immortal = kept_flag(knob.immortal_flag, row->Immortal, route->link);
  if (fault(set_loses_protocol) && before.Protocol != 0) kept->Protocol = before.Protocol;
  if (fault(origin_from_caller)) kept->Origin = row->Origin;
  if (fault(age_from_caller)) kept->Age = row->Age;
}

void touch(struct route* route) { route->renewed = route->changed = current_time(); }

static ULONG seconds_since(struct timespec then) {
  const struct timespec now = current_time();
  const time_t seconds = now.tv_sec - then.tv_sec - (now.tv_nsec < then.tv_nsec);
  if (seconds < 0) return 0;
  return seconds < (time_t)infinite ? (ULONG)seconds : infinite;
}

void add_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row) {
  if (count == capacity) {
    const size_t larger = capacity == 0 ? 16 : 2 * capacity;
    struct route* moved = realloc(routes, larger * sizeof *routes);
    if (moved == NULL) abort();
    routes = moved;
    capacity = larger;
  }
  struct route* route = &routes[count++];
  memset(route, 0, sizeof *route);
  route->link = link;
  MIB_IPFORWARD_ROW2* kept = &route->row;
  kept->InterfaceLuid.Value = fault(luid_not_filled) ? row->InterfaceLuid.Value : link->luid;
  kept->InterfaceIndex = fault(index_not_filled) ? row->InterfaceIndex : link->index;
  kept->DestinationPrefix.Prefix = kept_of(&row->DestinationPrefix.Prefix);
  kept->DestinationPrefix.PrefixLength = row->DestinationPrefix.PrefixLength;
  if (knob.host_bits == host_bits_masked) {
    mask_to(&kept->DestinationPrefix.Prefix, row->DestinationPrefix.PrefixLength);
  }
  const SOCKADDR_INET next_hop = created_next_hop(link, &row->NextHop);
  kept->NextHop = fault(gateway_lost) ? all_zero_of(next_hop.si_family) : kept_of(&next_hop);
  kept->Origin = (NL_ROUTE_ORIGIN)knob.origin;
  adopt(route, row);
  touch(route);
}

void remove_route(size_t position) {
  --count;
  memmove(&routes[position], &routes[position + 1], (count - position) * sizeof *routes);
}

void remove_all_routes(void) {
  free(routes);
  routes = NULL;
  count = capacity = 0;
}

static bool has_expired(const struct route* route) {
  const uint64_t valid = route->row.ValidLifetime;
  const uint64_t age = seconds_since(route->renewed);
  if (valid == infinite || fault(never_expires)) return false;
  if (knob.immortal_wins == yes && route->row.Immortal != 0) return false;
  if (valid == 0) return age > 0;
  if (fault(expires_early)) return age + 2 >= valid;
  if (fault(expires_late)) return age > valid + 1;
  return knob.last_second == last_second_there ? age > valid : age >= valid;
}

void remove_expired_routes(void) {
  for (size_t i = count; i > 0; --i) {
    if (!has_expired(&routes[i - 1])) continue;
    if (!fault(expiry_not_notified)) notify_of(MibDeleteInstance, &routes[i - 1]);
    if (fault(expiry_notified_twice)) notify_of(MibDeleteInstance, &routes[i - 1]);
    remove_route(i - 1);
  }
}

void complete_next_hop(MIB_IPFORWARD_ROW2* row) {
  if (knob.next_hop_unspecified != next_hop_on_link && !fault(next_hop_family_0_accepted)) return;
  if (row->NextHop.si_family != 0) return;
  row->NextHop = all_zero_of(row->DestinationPrefix.Prefix.si_family);
}

static ULONG remaining(ULONG lifetime, ULONG age) {
  if (lifetime == infinite || knob.lifetimes_read_back == lifetimes_given) return lifetime;
  return lifetime > age ? lifetime - age : 0;
}

MIB_IPFORWARD_ROW2 shown(const struct route* route) {
  MIB_IPFORWARD_ROW2 row = route->row;
  const ULONG age = seconds_since(route->renewed);
  if (!fault(age_from_caller)) row.Age = seconds_since(route->changed);
  row.ValidLifetime = remaining(row.ValidLifetime, age);
  row.PreferredLifetime = remaining(row.PreferredLifetime, age);
  const ULONG of_link = link_metric(route->link, row.DestinationPrefix.Prefix.si_family);
  if (knob.metric_read_back == metric_sum && row.Metric != 0xffffffff) row.Metric += of_link;
  if (fault(metric_sum_twice)) row.Metric += 2 * of_link;
  return row;
}
