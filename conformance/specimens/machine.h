/* The simulated machine: its links and stacks, and the lock around everything. */
#ifndef NETIOCONF_SPECIMENS_MACHINE_H
#define NETIOCONF_SPECIMENS_MACHINE_H

#include <stdbool.h>

#include "conformance/abi/netioapi.h"
#include "conformance/specimens/status.h"

/* Every exported function begins with enter and ends with leave. The first enter reads the knobs. */
void enter(void);
NETIO_STATUS leave(enum status status);

/* Call between enter and leave. False if SPECIMEN has an unknown word. */
bool restart(const netioconf_host* host);
const netioconf_host* machine(void);

bool machine_has(ADDRESS_FAMILY family);
bool link_has(const netioconf_link* link, ADDRESS_FAMILY family);
ULONG link_metric(const netioconf_link* link, ADDRESS_FAMILY family);

const netioconf_link_details* details_of(const netioconf_link* link);
/* The address of the link in whose subnet `near` is, else its first one of that family, else NULL. */
const SOCKADDR_INET* address_of_link(const netioconf_link* link, const SOCKADDR_INET* near);
bool is_address_of_link(const netioconf_link* link, const SOCKADDR_INET* address);

/* The link that the LUID names or, if the LUID is zero, the index. NULL if there is none. */
const netioconf_link* find_link(uint64_t luid, NET_IFINDEX index);

#endif
