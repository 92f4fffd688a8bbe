#include <stdlib.h>

#include "conformance/implementations/library/testing/fake.h"

int netioconf_reset(const netioconf_host* host) {
  (void)host;
  abort();
}
