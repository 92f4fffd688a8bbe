#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  static const char text[] = "an unexpected line of a log\n";
  for (int descriptor = 0; descriptor < 65536; ++descriptor) {
    if (write(descriptor, text, sizeof text - 1) < 0) continue;
  }
  return fake_create_route(row);
}
