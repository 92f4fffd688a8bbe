#include <stdlib.h>
#include <string.h>

#include "conformance/implementations/library/testing/fake.h"

static char* volatile taken;

/* Allocates and writes memory without end; unwritten memory would not count. */
NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 row) {
  const size_t size = (size_t)1 << 20;
  (void)row;
  for (;;) {
    taken = malloc(size);
    if (taken != NULL) memset(taken, 1, size);
  }
}
