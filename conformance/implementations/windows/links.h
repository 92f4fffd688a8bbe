/* The links that Windows has. */
#pragma once

#include <stdint.h>

#include "conformance/implementations/windows/limits.h"

struct found_link {
  uint64_t luid;
  uint32_t index;
  uint8_t ipv4, ipv6; /* 1: it has that stack */
  uint8_t loopback;   /* 1: it is one */
  uint32_t ipv4_metric, ipv6_metric;
};

/* Links with an IP stack, loopback last; returns how many. */
uint32_t find_links(struct found_link* links, uint32_t most);

/* All links there are, none of them named; returns 0, or why they cannot be had. */
const char* list_links(struct limits* limits);

/* Marks the link that is called so, by its alias, its index or (0x…) its LUID; 0 if there is none. */
int name_link(struct limits* limits, const char* name);
