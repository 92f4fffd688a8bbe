#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table) {
  (void)family;
  (void)table;
  return STATUS_NOT_FOUND;
}
