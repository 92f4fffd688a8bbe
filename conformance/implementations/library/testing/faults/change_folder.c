#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

/* As a program does that becomes a daemon. */
static void leave_folder(void) {
  if (chdir("/") != 0) _exit(1);
}

__attribute__((constructor)) static void load(void) { leave_folder(); }

int netioconf_reset(const netioconf_host* host) {
  leave_folder();
  if (host->size < NETIOCONF_HOST_SIZE_1) return 1;
  fake_forget();
  return 0;
}
