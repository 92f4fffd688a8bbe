#include <stdlib.h>

#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS DeleteIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  (void)row;
  exit(0);
}
