#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

static char* volatile kept;
static size_t kept_size;

/* Allocates 16 MiB at each call, and never frees it. With 512 MiB it waits, so that a slow watcher sees
   them. */
NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 row) {
  const size_t size = (size_t)16 << 20;
  kept = malloc(size);
  if (kept != NULL) memset(kept, 1, size);
  kept_size += size;
  while (kept_size >= (size_t)512 << 20) pause();
  return fake_get_route(row);
}
