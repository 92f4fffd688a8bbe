#include "conformance/implementations/library/testing/fake.h"

__attribute__((weak)) int netioconf_reset(const netioconf_host* host) {
  if (host->size != sizeof *host) return 1;
  fake_forget();
  return 0;
}
