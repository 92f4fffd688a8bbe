#include <stdlib.h>
#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

/* The copy keeps running, with every descriptor open. */
NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  if (fork() == 0) {
    for (;;) pause();
  }
  (void)row;
  abort();
}
