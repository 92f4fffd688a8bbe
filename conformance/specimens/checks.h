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
struct request {
  enum call call;
  uint64_t luid;
  NET_IFINDEX index;
  const netioconf_link* link;      /* NULL: none named or none found */
  const SOCKADDR_INET* address;    /* the destination or the anycast address */
  const MIB_IPFORWARD_ROW2* route; /* NULL: the call has none */
};

/* A check accepts a request to which it does not apply, so checks can run in any order. */
typedef enum status (*check)(const struct request*);

enum status run_checks(const check* checks, size_t count, const struct request* request);

struct request route_request(enum call call, const MIB_IPFORWARD_ROW2* row);
struct request anycast_request(enum call call, const MIB_ANYCASTIPADDRESS_ROW* row);

/* A copy of the caller's row, which may be misaligned. */
void copy_row(void* to, const void* from, size_t size);

enum status check_address_family(const struct request* request);
enum status check_ids(const struct request* request);
enum status check_link(const struct request* request);
enum status check_machine_stack(const struct request* request);
enum status check_link_stack(const struct request* request);
enum status check_stray(const struct request* request);

enum status check_prefix_length(const struct request* request);
enum status check_next_hop_family(const struct request* request);
enum status check_families_agree(const struct request* request);
enum status check_lifetimes(const struct request* request);
enum status check_site_prefix(const struct request* request);
enum status check_lookup_host_bits(const struct request* request);

#endif
