/* Addresses as the calls receive them. */
#ifndef NETIOCONF_SPECIMENS_ADDRESS_H
#define NETIOCONF_SPECIMENS_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "conformance/abi/netioapi.h"

/* The kinds of address that the pages hardly mention. */
enum address_class {
  class_ordinary,
  class_unspecified,
  class_multicast,
  class_loopback,
  class_broadcast, /* 255.255.255.255 */
  class_e,         /* 240.0.0.0/4 without the broadcast address */
  class_mapped,    /* ::ffff:0:0/96 */
  class_zero_net,  /* 0.0.0.0/8 without 0.0.0.0 */
};

bool is_ip(ADDRESS_FAMILY family);
unsigned bits_of(ADDRESS_FAMILY family);

/* The 4 or 16 bytes of the address; the family must be IPv4 or IPv6. */
const uint8_t* bytes_of(const SOCKADDR_INET* address);
bool is_all_zero(const SOCKADDR_INET* address);
enum address_class class_of(const SOCKADDR_INET* address);
/* The class of the addresses that the prefix covers, if all have the same class. */
enum address_class class_of_prefix(const IP_ADDRESS_PREFIX* prefix);

SOCKADDR_INET all_zero_of(ADDRESS_FAMILY family);
void mask_to(SOCKADDR_INET* address, unsigned length);
bool has_host_bits(const IP_ADDRESS_PREFIX* prefix);
bool covers(const IP_ADDRESS_PREFIX* prefix, const SOCKADDR_INET* address);

/* Members of a socket address other than family and address: ports, flow information and the like. */
bool has_refused_stray(const SOCKADDR_INET* address);
/* The address without them, unless they are compared. */
SOCKADDR_INET key_of(const SOCKADDR_INET* address);
/* The address as it is stored and read back. */
SOCKADDR_INET kept_of(const SOCKADDR_INET* address);
bool same_address(const SOCKADDR_INET* one, const SOCKADDR_INET* other);

#endif
