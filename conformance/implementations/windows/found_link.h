/* A link of the machine, as Windows lists it. Addresses are plain bytes, so that this header can be used
 * together with the headers of Windows. */
#pragma once

#include <stdint.h>

#include "conformance/implementations/process/wire.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { most_link_addresses = 4 };

struct found_address {
  uint8_t address[netioconf_address_size]; /* SOCKADDR_INET, only family and IP address */
  uint8_t length;                          /* of its subnet, in bits */
};

struct found_link {
  uint64_t luid;
  uint32_t index;
  uint8_t ipv4, ipv6; /* 1: it has that stack */
  uint8_t loopback;   /* 1: it is a loopback link */
  uint32_t ipv4_metric, ipv6_metric;
  uint8_t disconnected;           /* 1: it is not connected */
  uint8_t ignores_default_routes; /* 1: for any of its stacks */
  uint8_t stacks_connected;       /* 1: any of its stacks is */
  uint8_t stacks_differ;          /* 1: in one of the previous two; no description fits such a link */
  uint32_t path_mtu_timeout_ms;   /* of all its stacks; 0: unknown, or they differ */
  uint32_t address_count;
  struct found_address addresses[most_link_addresses];
};

/* Adds a unicast address, a SOCKADDR_IN or SOCKADDR_IN6 of this size. Link-local addresses stand last.
 * If there are too many, the last ones are left out. A length beyond the address, with which Windows
 * says that it knows none, becomes that of the address. Anything but a unicast address is ignored. */
void add_address(struct found_link* link, const void* address, uint32_t size, uint8_t length);

/* Adds what GetIpInterfaceEntry says about one stack of the link. `stacks`: how many were added before.
 * A link with a connected stack is connected, whatever else says that it is not. */
void add_stack(struct found_link* link, int stacks, uint8_t connected, uint8_t ignores_default_routes,
               uint32_t path_mtu_timeout_ms);

#ifdef __cplusplus
}
#endif
