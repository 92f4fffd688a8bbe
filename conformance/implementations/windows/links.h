/* The links of the machine. */
#pragma once

#include <stdint.h>

#include "conformance/implementations/windows/found_link.h"
#include "conformance/implementations/windows/limits.h"

/* Links with an IP stack, loopback last; returns how many. */
uint32_t find_links(struct found_link* links, uint32_t most);

/* Lists all links, none of them as named. Returns NULL, or the reason for failure. */
const char* list_links(struct limits* limits);

/* Marks the link with this alias, index or (0x…) LUID as named; 0 if there is none. */
int name_link(struct limits* limits, const char* name);
