#include <stdlib.h>
#include <string.h>

#include "conformance/implementations/library/testing/fake.h"

static char* volatile kept;

/* Allocates 16 MiB at each call, and never frees it. */
NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 row) {
  const size_t size = (size_t)16 << 20;
  kept = malloc(size);
  if (kept != NULL) memset(kept, 1, size);
  return fake_get_route(row);
}
