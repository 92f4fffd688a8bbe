#include <stdio.h>
#include <stdlib.h>

#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  (void)row;
  fputs("route table: corrupted\n", stderr);
  abort();
}
