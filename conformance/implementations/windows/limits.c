#include "conformance/implementations/windows/limits.h"

#include <stddef.h>
#include <string.h>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/process/testee/request.h"

struct net {
  uint16_t family;
  uint8_t length; /* bits */
  uint8_t address[4];
};

/* RFC 5737, RFC 2544 and RFC 3849. */
static const struct net test_nets[] = {
    {NETIOCONF_AF_INET, 24, {192, 0, 2, 0}},    {NETIOCONF_AF_INET, 24, {198, 51, 100, 0}},
    {NETIOCONF_AF_INET, 24, {203, 0, 113, 0}},  {NETIOCONF_AF_INET, 15, {198, 18, 0, 0}},
    {NETIOCONF_AF_INET6, 32, {32, 1, 13, 184}},
};

static int begins_with(const uint8_t* address, const struct net* net) {
  for (unsigned bit = 0; bit < net->length; ++bit) {
    const unsigned mask = 0x80u >> (bit % 8);
    if ((address[bit / 8] ^ net->address[bit / 8]) & mask) return 0;
  }
  return 1;
}

/* Whether all addresses with these leading bits lie in one of the test prefixes. */
static int is_for_tests(const SOCKADDR_INET* address, unsigned length) {
  for (size_t number = 0; number < sizeof test_nets / sizeof *test_nets; ++number) {
    const struct net* net = &test_nets[number];
    if (address->si_family != net->family || length < net->length) continue;
    const uint8_t* bytes = net->family == NETIOCONF_AF_INET ? (const uint8_t*)&address->Ipv4.sin_addr
                                                            : (const uint8_t*)&address->Ipv6.sin6_addr;
    if (begins_with(bytes, net)) return 1;
  }
  return 0;
}

int is_test_route(const uint8_t* row) {
  MIB_IPFORWARD_ROW2 route;
  memcpy(&route, row, sizeof route);
  return is_for_tests(&route.DestinationPrefix.Prefix, route.DestinationPrefix.PrefixLength);
}

int is_test_anycast(const uint8_t* row) {
  MIB_ANYCASTIPADDRESS_ROW anycast;
  memcpy(&anycast, row, sizeof anycast);
  return is_for_tests(&anycast.Address, 128);
}

static int names_another_link(const struct limits* limits, uint64_t luid, uint32_t index) {
  for (uint32_t number = 0; number < limits->count; ++number) {
    const struct known_link* link = &limits->links[number];
    if (!link->named && (link->luid == luid || link->index == index)) return 1;
  }
  return 0;
}

static int any_is_named(const struct limits* limits) {
  for (uint32_t number = 0; number < limits->count; ++number) {
    if (limits->links[number].named) return 1;
  }
  return 0;
}

const char* why_forbidden(const struct limits* limits, const netioconf_call* call) {
  if (limits->lifted || !can_change(call)) return NULL;
  if (!any_is_named(limits)) return "no link that may be changed was named (--link)";
  if (call->flags & netioconf_null_row) return NULL;
  uint64_t luid;
  uint32_t index;
  const int is_route = call->call <= netioconf_call_delete_route;
  if (is_route ? !is_test_route(call->body.route) : !is_test_anycast(call->body.anycast)) {
    return "not a prefix for tests, on a real machine";
  }
  const uint8_t* link = is_route
                            ? call->body.route
                            : call->body.anycast + offsetof(MIB_ANYCASTIPADDRESS_ROW, InterfaceLuid);
  memcpy(&luid, link, sizeof luid);
  memcpy(&index, link + sizeof luid, sizeof index);
  if (names_another_link(limits, luid, index)) {
    return "a link that was not named (--link)";
  }
  return NULL;
}
