/* An implementation of CreateIpForwardEntry2 and GetIpForwardTable2, which the guides use. It conforms.
 */
#include <netioconf/netioapi.h>
#include <stdlib.h>
#include <string.h>

/* The links that scripts ask for, and the routes that exist. */
static netioconf_host host;
static MIB_IPFORWARD_ROW2* routes;
static size_t count;

int netioconf_reset(const netioconf_host* asked) {
  memset(&host, 0, sizeof host);
  memcpy(&host, asked, asked->size < sizeof host ? asked->size : sizeof host);
  count = 0;
  return 0;
}

/* A LUID that is not 0 decides, whatever the index says. */
static const netioconf_link* link_of(const MIB_IPFORWARD_ROW2* row) {
  for (int i = 0; i < host.link_count; ++i) {
    const netioconf_link* link = &host.links[i];
    if (row->InterfaceLuid.Value ? link->luid == row->InterfaceLuid.Value
                                 : link->index == row->InterfaceIndex)
      return link;
  }
  return NULL;
}

static unsigned bits_of(ADDRESS_FAMILY family) {
  return family == NETIOCONF_AF_INET ? 32 : family == NETIOCONF_AF_INET6 ? 128 : 0;
}

static const UCHAR* octets(const SOCKADDR_INET* address) {
  return address->si_family == NETIOCONF_AF_INET ? (const UCHAR*)&address->Ipv4.sin_addr
                                                 : address->Ipv6.sin6_addr.u.Byte;
}

static int has_host_bits(const IP_ADDRESS_PREFIX* prefix) {
  const unsigned bits = bits_of(prefix->Prefix.si_family);
  for (unsigned bit = prefix->PrefixLength; bit < bits; ++bit)
    if (octets(&prefix->Prefix)[bit / 8] & (0x80 >> bit % 8)) return 1;
  return 0;
}

static int same(const SOCKADDR_INET* a, const SOCKADDR_INET* b) {
  return a->si_family == b->si_family && memcmp(octets(a), octets(b), bits_of(a->si_family) / 8) == 0;
}

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* given) {
  if (given == NULL) return STATUS_INVALID_PARAMETER;
  MIB_IPFORWARD_ROW2 row;
  memcpy(&row, (const void*)given, sizeof row); /* It may be unaligned. */
  const ADDRESS_FAMILY family = row.DestinationPrefix.Prefix.si_family;
  const unsigned bits = bits_of(family);
  if (bits == 0 || row.NextHop.si_family != family) return STATUS_INVALID_PARAMETER;
  if (row.DestinationPrefix.PrefixLength > bits) return STATUS_INVALID_PARAMETER;
  if (has_host_bits(&row.DestinationPrefix)) return STATUS_INVALID_PARAMETER;
  if (row.SitePrefixLength > row.DestinationPrefix.PrefixLength) return STATUS_INVALID_PARAMETER;
  if (row.PreferredLifetime > row.ValidLifetime) return STATUS_INVALID_PARAMETER;
  if (row.InterfaceLuid.Value == 0 && row.InterfaceIndex == 0) return STATUS_INVALID_PARAMETER;
  if (!(bits == 32 ? host.ipv4 : host.ipv6)) return STATUS_NOT_SUPPORTED;
  const netioconf_link* link = link_of(&row);
  if (link == NULL) return STATUS_NOT_FOUND;
  if (!link->routes) return STATUS_NOT_SUPPORTED;
  if (!(bits == 32 ? link->ipv4 : link->ipv6)) return STATUS_NOT_FOUND;

  row.InterfaceLuid.Value = link->luid;
  row.InterfaceIndex = link->index;
  row.Age = 0;
  row.Origin = 0;
  for (size_t i = 0; i < count; ++i) {
    const MIB_IPFORWARD_ROW2* old = &routes[i];
    if (old->InterfaceLuid.Value == link->luid && same(&old->NextHop, &row.NextHop) &&
        same(&old->DestinationPrefix.Prefix, &row.DestinationPrefix.Prefix) &&
        old->DestinationPrefix.PrefixLength == row.DestinationPrefix.PrefixLength)
      return STATUS_DUPLICATE_OBJECTID;
  }
  MIB_IPFORWARD_ROW2* more = realloc(routes, (count + 1) * sizeof *routes);
  if (more == NULL) return STATUS_NO_MEMORY;
  routes = more;
  routes[count++] = row;
  return STATUS_SUCCESS;
}

NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table) {
  if (table == NULL) return STATUS_INVALID_PARAMETER;
  *table = NULL;
  if (family != NETIOCONF_AF_UNSPEC && bits_of(family) == 0) return STATUS_INVALID_PARAMETER;
  const int has_stack = family == NETIOCONF_AF_INET    ? host.ipv4
                        : family == NETIOCONF_AF_INET6 ? host.ipv6
                                                       : host.ipv4 || host.ipv6;
  if (!has_stack) return STATUS_NOT_SUPPORTED;
  MIB_IPFORWARD_TABLE2* made = calloc(1, sizeof *made + count * sizeof *routes);
  if (made == NULL) return STATUS_NO_MEMORY;
  for (size_t i = 0; i < count; ++i) {
    if (family == NETIOCONF_AF_UNSPEC || routes[i].DestinationPrefix.Prefix.si_family == family)
      made->Table[made->NumEntries++] = routes[i];
  }
  if (made->NumEntries == 0) {
    free(made);
    return STATUS_NOT_FOUND;
  }
  *table = made;
  return STATUS_SUCCESS;
}

void FreeMibTable(PVOID memory) { free(memory); }
