#include <string.h>

#include "conformance/implementations/library/testing/fake.h"

int netioconf_describe(netioconf_host* host) {
  memset(host, 0, NETIOCONF_HOST_SIZE_1);
  host->size = NETIOCONF_HOST_SIZE_1;
  host->ipv4 = host->ipv6 = 1;
  host->link_count = 2;
  for (unsigned link = 0; link < 2; ++link) {
    host->links[link].luid = 0x0006000007000000 + link;
    host->links[link].index = 7 + link;
    host->links[link].ipv4 = 1;
    host->links[link].ipv6 = host->links[link].routes = 1;
    host->links[link].ipv4_metric = host->links[link].ipv6_metric = 5;
  }
  return 0;
}
