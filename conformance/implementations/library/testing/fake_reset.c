#include "conformance/implementations/library/testing/fake.h"

__attribute__((weak)) int netioconf_reset(const netioconf_host* host) {
  if (host->size < NETIOCONF_HOST_SIZE_1) return 1;
  fake_forget();
  return 0;
}
