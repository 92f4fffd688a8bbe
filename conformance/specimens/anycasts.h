/* The anycast table. Functions that take a link never get NULL. */
#ifndef NETIOCONF_SPECIMENS_ANYCASTS_H
#define NETIOCONF_SPECIMENS_ANYCASTS_H

#include <stddef.h>

#include "conformance/abi/netioapi.h"
#include "conformance/specimens/checks.h"

struct anycast {
  MIB_ANYCASTIPADDRESS_ROW row;
  const netioconf_link* link;
};

size_t anycast_count(void);
struct anycast* anycast_at(size_t position);
/* NULL if it is not on this link. */
struct anycast* find_anycast(const netioconf_link* link, const SOCKADDR_INET* address);
void add_anycast(const netioconf_link* link, const MIB_ANYCASTIPADDRESS_ROW* row);
void remove_anycast(size_t position);
void remove_all_anycasts(void);

/* Refuses what cannot be an anycast address. */
enum status check_anycast_address(const struct arguments* arguments);
/* The same for Get and Delete, where a doubtful address may instead be reported as not found. */
enum status check_looked_up_anycast(const struct arguments* arguments);

#endif
