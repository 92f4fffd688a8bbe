/* The route table. Functions that take a link get NULL only where their comment says so. */
#ifndef NETIOCONF_SPECIMENS_ROUTES_H
#define NETIOCONF_SPECIMENS_ROUTES_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "conformance/abi/netioapi.h"

struct route {
  MIB_IPFORWARD_ROW2 row;     /* as stored; LUID and index are those of the link */
  const netioconf_link* link; /* of the route */
  struct timespec renewed;    /* time of the addition or the last Set */
  struct timespec changed;    /* the same, that Age counts from */
};

/* Whether the bits after the prefix length are compared. */
enum host_part { host_part_counts, host_part_masked };

bool has_illegal_lifetimes(const MIB_IPFORWARD_ROW2* row);
bool has_illegal_site_prefix(const MIB_IPFORWARD_ROW2* row);
bool ends_at_once(const MIB_IPFORWARD_ROW2* row);

size_t route_count(void);
struct route* route_at(size_t position);

/* NULL if there is none. */
struct route* find_duplicate(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row);
struct route* find_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row);
/* Here a next hop and a destination of family 0, and NULL for the link, match any. */
struct route* find_first_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row);
bool same_prefix(const MIB_IPFORWARD_ROW2* one, const MIB_IPFORWARD_ROW2* other, enum host_part part);
/* Whether lookups compare only the network part. */
enum host_part host_part_of_lookups(void);

/* Copies the members that a caller may choose, in the form that the knobs select. */
void adopt(struct route* route, const MIB_IPFORWARD_ROW2* row);
void touch(struct route* route);
void add_route(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row);
void remove_route(size_t position);
void remove_all_routes(void);
void remove_expired_routes(void);

/* Replaces a next hop of family 0 by the on-link one, if the knobs say so. */
void complete_next_hop(MIB_IPFORWARD_ROW2* row);

/* The row that callers get. */
MIB_IPFORWARD_ROW2 shown(const struct route* route);

#endif
