#include <pthread.h>
#include <time.h>

#include "conformance/implementations/library/testing/fake.h"

static MIB_IPFORWARD_ROW2 created;

static void* call_back(void* argument) {
  const struct timespec delay = {0, 50000000};
  (void)argument;
  nanosleep(&delay, NULL);
  fake_notify(&created, MibAddInstance);
  return NULL;
}

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  pthread_t thread;
  created = *row;
  pthread_create(&thread, NULL, call_back, NULL);
  pthread_detach(thread);
  return STATUS_SUCCESS;
}
