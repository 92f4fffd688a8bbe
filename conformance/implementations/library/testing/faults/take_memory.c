#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

static char* volatile taken;

/* Allocates and writes 512 MiB, as unwritten memory would not count, and does not return. */
NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 row) {
  const size_t size = (size_t)1 << 20;
  (void)row;
  for (int time = 0; time < 512; ++time) {
    taken = malloc(size);
    if (taken != NULL) memset(taken, 1, size);
  }
  for (;;) pause();
}
