/* The route table. Functions that take a link never get NULL. */
#ifndef NETIOCONF_SPECIMENS_ROUTES_H
#define NETIOCONF_SPECIMENS_ROUTES_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "conformance/abi/netioapi.h"

struct route {
  MIB_IPFORWARD_ROW2 row;     /* as it is kept; LUID and index are those of the link */
  const netioconf_link* link; /* on which it is */
  struct timespec changed;    /* added or modified */
};

/* Whether bits of a prefix behind its length are compared. */
enum host_part { host_part_counts, host_part_masked };

bool has_illegal_lifetimes(const MIB_IPFORWARD_ROW2* row);
bool has_illegal_site_prefix(const MIB_IPFORWARD_ROW2* row);
bool ends_at_once(const MIB_IPFORWARD_ROW2* row);

size_t route_count(void);
struct route* route_at(size_t position);

/* NULL if there is none. */
struct route* find_duplicate(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row);
struct route* find_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row);
/* Here a next hop of family 0 stands for any. */
struct route* find_first_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row);
bool same_prefix(const MIB_IPFORWARD_ROW2* one, const MIB_IPFORWARD_ROW2* other, enum host_part part);
/* Whether lookups compare the network part only. */
enum host_part host_part_of_lookups(void);

/* Copies what a caller may choose, as the knobs have it kept. */
void adopt(struct route* route, const MIB_IPFORWARD_ROW2* row);
void touch(struct route* route);
void add_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row);
void remove_route(size_t position);
void remove_all_routes(void);
void remove_expired_routes(void);

/* Takes a next hop of family 0 as on-link, where the knobs say so. */
void complete_next_hop(MIB_IPFORWARD_ROW2* row);

/* The row as callers see it. */
MIB_IPFORWARD_ROW2 shown(const struct route* route);

#endif
