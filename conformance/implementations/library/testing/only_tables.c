#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table) {
  const int is_known =
      family == NETIOCONF_AF_UNSPEC || family == NETIOCONF_AF_INET || family == NETIOCONF_AF_INET6;
  return table != NULL && is_known ? STATUS_NOT_FOUND : STATUS_INVALID_PARAMETER;
}
