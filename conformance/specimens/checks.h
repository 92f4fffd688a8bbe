/* The checks that a call makes before it does anything. No page gives their order, so each call lists
 * them in a table, and a knob shuffles them.
 */
#ifndef NETIOCONF_SPECIMENS_CHECKS_H
#define NETIOCONF_SPECIMENS_CHECKS_H

#include "conformance/abi/netioapi.h"
#include "conformance/specimens/status.h"

enum call {
  call_create_route,
  call_set_route,
  call_get_route,
  call_delete_route,
  call_best_route,
  call_create_anycast,
  call_get_anycast,
  call_delete_anycast,
  call_get_link,
};

/* The arguments of a call. */
struct arguments {
  enum call call;
  uint64_t luid;
  NET_IFINDEX index;
  const netioconf_link* link;      /* NULL: none named or none found */
  const SOCKADDR_INET* address;    /* the destination or the anycast address */
  const MIB_IPFORWARD_ROW2* route; /* NULL: the call has none */
};

/* A check accepts a call to which it does not apply, so checks can run in any order. */
typedef enum status (*check)(const struct arguments*);

enum status run_checks(const check* checks, size_t count, const struct arguments* arguments);

struct arguments route_arguments(enum call call, const MIB_IPFORWARD_ROW2* row);
struct arguments anycast_arguments(enum call call, const MIB_ANYCASTIPADDRESS_ROW* row);

/* A copy of the caller's row, which may be misaligned. */
void copy_row(void* to, const void* from, size_t size);

enum status check_address_family(const struct arguments* arguments);
enum status check_ids(const struct arguments* arguments);
enum status check_link(const struct arguments* arguments);
enum status check_machine_stack(const struct arguments* arguments);
enum status check_link_stack(const struct arguments* arguments);
enum status check_stray(const struct arguments* arguments);

enum status check_prefix_length(const struct arguments* arguments);
enum status check_next_hop_family(const struct arguments* arguments);
enum status check_families_agree(const struct arguments* arguments);
enum status check_lifetimes(const struct arguments* arguments);
enum status check_site_prefix(const struct arguments* arguments);
enum status check_lookup_host_bits(const struct arguments* arguments);

#endif
