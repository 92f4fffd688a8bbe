#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  for (int descriptor = 0; descriptor < 65536; ++descriptor) close(descriptor);
  return fake_create_route(row);
}
