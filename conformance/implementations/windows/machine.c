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

static void add_link(netioconf_host* host, const struct found_link* link) {
  if (host->link_count == sizeof host->links / sizeof *host->links) return;
  host->ipv4 |= link->ipv4;
  host->ipv6 |= link->ipv6;
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
  host->size = NETIOCONF_HOST_SIZE_1;
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
