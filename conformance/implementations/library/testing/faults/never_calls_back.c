#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS NotifyRouteChange2(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                PVOID context, BOOLEAN initial, HANDLE* handle) {
  (void)family;
  (void)callback;
  (void)context;
  (void)initial;
  *handle = handle;
  return STATUS_SUCCESS;
}

NETIO_STATUS CancelMibChangeNotify2(HANDLE handle) {
  (void)handle;
  return STATUS_SUCCESS;
}
