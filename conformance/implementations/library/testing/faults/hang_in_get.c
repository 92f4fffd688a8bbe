#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 row) {
  (void)row;
  for (;;) pause();
}
