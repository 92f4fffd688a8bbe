#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

/* Crashes when the file exists that CRASH_WHEN_THERE names. */
static void* crash(void* argument) {
  const struct timespec delay = {0, 1000000};
  (void)argument;
  while (access(getenv("CRASH_WHEN_THERE"), F_OK) != 0) nanosleep(&delay, NULL);
  abort();
}

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  pthread_t thread;
  pthread_create(&thread, NULL, crash, NULL);
  pthread_detach(thread);
  return fake_create_route(row);
}
