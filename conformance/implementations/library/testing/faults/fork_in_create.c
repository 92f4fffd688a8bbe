#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

/* Both processes return. */
NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  (void)!fork();
  return fake_create_route(row);
}
