#include <pthread.h>
#include <time.h>

#include "conformance/implementations/library/testing/fake.h"

static void* call_back(void* handle) {
  const struct timespec delay = {0, 5000000};
  static MIB_IPFORWARD_ROW2 row;
  nanosleep(&delay, NULL);
  fake_notify(&row, MibDeleteInstance);
  fake_cancel(handle);
  return NULL;
}

NETIO_STATUS CancelMibChangeNotify2(HANDLE handle) {
  pthread_t thread;
  pthread_create(&thread, NULL, call_back, handle);
  pthread_detach(thread);
  return STATUS_SUCCESS;
}
