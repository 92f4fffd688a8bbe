#include "conformance/specimens/machine.h"

#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "conformance/specimens/anycasts.h"
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

static netioconf_host host_of_knobs(void) {
  netioconf_host first = {.size = sizeof first, .ipv4 = 1, .ipv6 = 1, .link_count = 1};
  first.links[0] = ethernet;
  if (knob.host == host_ipv4_only) {
    first.ipv6 = 0;
    first.links[0].ipv6 = 0;
  }
  if (knob.host == host_three_links) {
    first.link_count = 3;
    first.links[1] = wireless;
    first.links[2] = loopback;
  }
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
    memcpy(&host, wanted, wanted->size);
  }
  host.size = sizeof host;
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
