#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "conformance/implementations/library/testing/fake.h"

static void* crash(void* argument) {
  const struct timespec delay = {0, 300000000};
  (void)argument;
  nanosleep(&delay, NULL);
  abort();
}

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  pthread_t thread;
  pthread_create(&thread, NULL, crash, NULL);
  pthread_detach(thread);
  return fake_create_route(row);
}
