#include "conformance/specimens/anycasts.h"

#include <stdlib.h>
#include <string.h>

#include "conformance/specimens/address.h"
#include "conformance/specimens/knobs.h"

static struct anycast* anycasts;
static size_t count, capacity;

size_t anycast_count(void) { return count; }

struct anycast* anycast_at(size_t position) { return &anycasts[position]; }

struct anycast* find_anycast(const netioconf_link* link, const SOCKADDR_INET* address) {
  for (size_t i = 0; i < count; ++i) {
    if (anycasts[i].link == link && same_address(&anycasts[i].row.Address, address)) return &anycasts[i];
  }
  return NULL;
}

static ULONG scope_on(const netioconf_link* link, const SOCKADDR_INET* address) {
  enum { level_link = 2, level_global = 14 };
  if (knob.anycast_scope == scope_zero || address->si_family == NETIOCONF_AF_INET) return 0;
  if (knob.anycast_scope == scope_index) return link->index & 0x0fffffff;
  const uint8_t* bytes = bytes_of(address);
  const ULONG level = bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80 ? level_link : level_global;
  return level << 28 | (link->index & 0x0fffffff);
}

void add_anycast(const netioconf_link* link, const MIB_ANYCASTIPADDRESS_ROW* row) {
  if (count == capacity) {
    const size_t larger = capacity == 0 ? 16 : 2 * capacity;
    struct anycast* moved = realloc(anycasts, larger * sizeof *anycasts);
    if (moved == NULL) abort();
    anycasts = moved;
    capacity = larger;
  }
  struct anycast* anycast = &anycasts[count++];
  memset(anycast, 0, sizeof *anycast);
  anycast->link = link;
  anycast->row.Address = kept_of(&row->Address);
  anycast->row.InterfaceLuid.Value =
      fault(anycast_luid_not_filled) ? row->InterfaceLuid.Value : link->luid;
  anycast->row.InterfaceIndex = fault(anycast_index_not_filled) ? row->InterfaceIndex : link->index;
  anycast->row.ScopeId.Value =
      fault(anycast_scope_from_caller) ? row->ScopeId.Value : scope_on(link, &row->Address);
}

void remove_anycast(size_t position) {
  --count;
  memmove(&anycasts[position], &anycasts[position + 1], (count - position) * sizeof *anycasts);
}

void remove_all_anycasts(void) {
  free(anycasts);
  anycasts = NULL;
  count = capacity = 0;
}

static bool is_refused(enum address_class class) {
  switch (class) {
    case class_loopback:
      return knob.anycast_loopback == refused;
    case class_e:
      return knob.anycast_class_e == refused;
    case class_broadcast:
      return knob.anycast_broadcast == refused;
    case class_mapped:
      return knob.anycast_mapped == refused;
    case class_zero_net:
      return knob.anycast_zero_net == refused;
    default:
      return false;
  }
}

static enum status check_plainly_wrong(const SOCKADDR_INET* address, enum address_class class) {
  const bool ipv6 = address->si_family == NETIOCONF_AF_INET6;
  if (class == class_unspecified) {
    if (fault(anycast_unspecified_accepted)) return status_success;
    if (fault(anycast_unspecified_ipv6_accepted) && ipv6) return status_success;
    return status_invalid_parameter;
  }
  if (class == class_multicast) {
    if (fault(anycast_multicast_accepted)) return status_success;
    if (fault(anycast_multicast_ipv6_accepted) && ipv6) return status_success;
    if (fault(anycast_multicast_status)) return status_not_supported;
    return status_invalid_parameter;
  }
  return status_success;
}

enum status check_anycast_address(const struct arguments* arguments) {
  const SOCKADDR_INET* address = arguments->address;
  if (!is_ip(address->si_family)) return status_success;
  if (fault(anycast_ipv4_refused) && address->si_family == NETIOCONF_AF_INET) {
    return status_invalid_parameter;
  }
  if (fault(anycast_link_local_only) && address->si_family == NETIOCONF_AF_INET6 &&
      bytes_of(address)[0] != 0xfe) {
    return status_invalid_parameter;
  }
  const enum address_class class = class_of(address);
  return is_refused(class) ? status_invalid_parameter : check_plainly_wrong(address, class);
}

enum status check_looked_up_anycast(const struct arguments* arguments) {
  if (!is_ip(arguments->address->si_family)) return status_success;
  const enum address_class class = class_of(arguments->address);
  if (knob.lookup_classes == refused && is_refused(class)) return status_invalid_parameter;
  return check_plainly_wrong(arguments->address, class);
}
