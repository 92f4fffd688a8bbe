#include "conformance/implementations/windows/machine.h"

#include <stdio.h>
#include <string.h>

#include "conformance/implementations/windows/links.h"

static int is_named(const struct limits* limits, const struct found_link* link) {
  for (uint32_t number = 0; number < limits->count; ++number) {
    if (limits->links[number].luid == link->luid) return limits->links[number].named != 0;
  }
  return 0;
}

static netioconf_link_details details_of(const struct found_link* link) {
  netioconf_link_details details = {.disconnected = link->disconnected,
                                    .ignores_default_routes = link->ignores_default_routes,
                                    .address_count = (uint16_t)link->address_count,
                                    .path_mtu_timeout_ms = link->path_mtu_timeout_ms};
  for (uint32_t number = 0; number < link->address_count; ++number) {
    IP_ADDRESS_PREFIX* address = &details.addresses[number];
    memcpy(&address->Prefix, link->addresses[number].address, sizeof address->Prefix);
    address->PrefixLength = link->addresses[number].length;
  }
  return details;
}

static void add_link(netioconf_host* host, const struct found_link* link) {
  if (host->link_count == sizeof host->links / sizeof *host->links) return;
  host->ipv4 |= link->ipv4;
  host->ipv6 |= link->ipv6;
  host->details[host->link_count] = details_of(link);
  host->links[host->link_count++] = (netioconf_link){.luid = link->luid,
                                                     .index = link->index,
                                                     .ipv4 = link->ipv4,
                                                     .ipv6 = link->ipv6,
                                                     .routes = 1,
                                                     .loopback = link->loopback,
                                                     .ipv4_metric = link->ipv4_metric,
                                                     .ipv6_metric = link->ipv6_metric};
}

void describe_machine(const struct limits* limits, netioconf_host* host) {
  static struct found_link links[most_known_links];
  const uint32_t count = find_links(links, most_known_links);
  memset(host, 0, sizeof *host);
  host->size = sizeof *host;
  for (int named = 1; named >= 0; --named) {
    for (uint32_t number = 0; number < count; ++number) {
      if (is_named(limits, &links[number]) == named) add_link(host, &links[number]);
    }
  }
}

const char* name_links(struct limits* limits, const char* const* names, int count, char* problem,
                       size_t size) {
  for (int number = 0; number < count; ++number) {
    if (name_link(limits, names[number])) continue;
    snprintf(problem, size, "--link %.100s: this machine has no such link", names[number]);
    return problem;
  }
  return NULL;
}
