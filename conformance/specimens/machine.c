#include "conformance/specimens/machine.h"

#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "conformance/specimens/address.h"
#include "conformance/specimens/anycasts.h"
#include "conformance/specimens/clock.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/notifications.h"
#include "conformance/specimens/routes.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static netioconf_host host;
static bool started;

static const netioconf_link ethernet = {.luid = 0x0006000001000000,
                                        .index = 1,
                                        .ipv4 = 1,
                                        .ipv6 = 1,
                                        .routes = 1,
                                        .ipv4_metric = 25,
                                        .ipv6_metric = 35};
static const netioconf_link wireless = {.luid = 0x0047000002000000,
                                        .index = 7,
                                        .ipv4 = 1,
                                        .ipv6 = 1,
                                        .routes = 1,
                                        .ipv4_metric = 50,
                                        .ipv6_metric = 10};
static const netioconf_link loopback = {.luid = 0x0018000000000000,
                                        .index = 2,
                                        .ipv4 = 1,
                                        .ipv6 = 1,
                                        .routes = 1,
                                        .loopback = 1,
                                        .ipv4_metric = 75,
                                        .ipv6_metric = 75};

static void give_address(netioconf_link_details* details, const uint8_t* ip, ADDRESS_FAMILY family,
                         UCHAR length) {
  IP_ADDRESS_PREFIX* address = &details->addresses[details->address_count++];
  address->Prefix = all_zero_of(family);
  const size_t offset = (size_t)(bytes_of(&address->Prefix) - (const uint8_t*)&address->Prefix);
  memcpy((uint8_t*)&address->Prefix + offset, ip, bits_of(family) / 8);
  address->PrefixLength = length;
}

/* The ethernet link has addresses. The wireless link is not connected and ignores default routes. */
static void add_details(netioconf_host* of) {
  static const uint8_t ipv4[] = {192, 0, 2, 7};
  static const uint8_t ipv6[] = {0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7};
  give_address(&of->details[0], ipv4, NETIOCONF_AF_INET, 24);
  give_address(&of->details[0], ipv6, NETIOCONF_AF_INET6, 64);
  of->details[1].disconnected = 1;
  of->details[1].ignores_default_routes = 1;
}

static netioconf_host host_of_knobs(void) {
  netioconf_host first = {.size = sizeof first, .ipv4 = 1, .ipv6 = 1, .link_count = 1};
  first.links[0] = ethernet;
  if (knob.host == host_ipv4_only) {
    first.ipv6 = 0;
    first.links[0].ipv6 = 0;
  }
  if (knob.host == host_three_links || knob.host == host_with_details) {
    first.link_count = 3;
    first.links[1] = wireless;
    first.links[2] = loopback;
  }
  if (knob.host == host_with_details) add_details(&first);
  return first;
}

bool restart(const netioconf_host* wanted) {
  started = true;
  const bool known = read_knobs();
  if (!fault(reset_keeps_routes)) remove_all_routes();
  if (!fault(reset_keeps_anycasts)) remove_all_anycasts();
  memset(&host, 0, sizeof host);
  if (wanted == NULL) {
    host = host_of_knobs();
  } else {
    memcpy(&host, wanted, knob.host_version == 1 ? NETIOCONF_HOST_SIZE_1 : wanted->size);
  }
  host.size = sizeof host;
  for (size_t i = 0; i < host.link_count && fault(reset_forgets_addresses); ++i)
    host.details[i].address_count = 0;
  restart_clock();
  return known;
}

void enter(void) {
  pthread_mutex_lock(&lock);
  if (!started) restart(NULL);
  remove_expired_routes();
}

NETIO_STATUS leave(enum status status) {
  const NETIO_STATUS number = number_of(status);
  pthread_mutex_unlock(&lock);
  deliver_notifications();
  return number;
}

const netioconf_host* machine(void) { return &host; }

bool machine_has(ADDRESS_FAMILY family) {
  const bool ipv6 = (family == NETIOCONF_AF_INET6) != fault(no_stack_families_swapped);
  return (ipv6 ? host.ipv6 : host.ipv4) != 0;
}

bool link_has(const netioconf_link* link, ADDRESS_FAMILY family) {
  return (family == NETIOCONF_AF_INET6 ? link->ipv6 : link->ipv4) != 0;
}

ULONG link_metric(const netioconf_link* link, ADDRESS_FAMILY family) {
  const bool ipv6 = (family == NETIOCONF_AF_INET6) != fault(get_link_families_swapped);
  return ipv6 ? link->ipv6_metric : link->ipv4_metric;
}

const netioconf_link_details* details_of(const netioconf_link* link) {
  return &host.details[link - host.links];
}

const SOCKADDR_INET* address_of_link(const netioconf_link* link, const SOCKADDR_INET* near) {
  const netioconf_link_details* details = details_of(link);
  const SOCKADDR_INET* first = NULL;
  for (size_t i = 0; i < details->address_count; ++i) {
    const IP_ADDRESS_PREFIX* address = &details->addresses[i];
    if (address->Prefix.si_family != near->si_family) continue;
    if (covers(address, near)) return &address->Prefix;
    if (first == NULL) first = &address->Prefix;
  }
  return first;
}

bool is_address_of_link(const netioconf_link* link, const SOCKADDR_INET* address) {
  const netioconf_link_details* details = details_of(link);
  for (size_t i = 0; i < details->address_count && is_ip(address->si_family); ++i) {
    const SOCKADDR_INET* own = &details->addresses[i].Prefix;
    if (own->si_family != address->si_family) continue;
    if (memcmp(bytes_of(own), bytes_of(address), bits_of(own->si_family) / 8) == 0) return true;
  }
  return false;
}

static const netioconf_link* link_with_index(NET_IFINDEX index) {
  for (size_t i = 0; i < host.link_count && index != 0; ++i) {
    if (host.links[i].index == index) return &host.links[i];
  }
  if (fault(unknown_index_is_first_link) && index != 0) return &host.links[0];
  return NULL;
}

static const netioconf_link* link_with_luid(uint64_t luid) {
  const uint64_t counted = fault(luid_low_half) ? UINT32_MAX : UINT64_MAX;
  for (size_t i = 0; i < host.link_count && luid != 0; ++i) {
    if ((host.links[i].luid & counted) == (luid & counted)) return &host.links[i];
  }
  if (fault(unknown_luid_is_first_link) && luid != 0) return &host.links[0];
  return NULL;
}

const netioconf_link* find_link(uint64_t luid, NET_IFINDEX index) {
  if (fault(no_ids_is_first_link) && luid == 0 && index == 0) return &host.links[0];
  const netioconf_link* by_luid = link_with_luid(luid);
  const netioconf_link* by_index = link_with_index(index);
  if (fault(index_before_luid) && index != 0) return by_index;
  if (fault(index_when_luid_unknown) && by_luid == NULL) return by_index;
  if (fault(luid_alone) && luid == 0) return NULL;
  if (fault(index_alone)) return by_index;
  return luid != 0 ? by_luid : by_index;
}
