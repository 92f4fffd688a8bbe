#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS NotifyRouteChange2(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                PVOID context, BOOLEAN initial, HANDLE* handle) {
  (void)family;
  (void)initial;
  callback((UCHAR*)context + 4096, (PMIB_IPFORWARD_ROW2)0x10, MibInitialNotification);
  *handle = handle;
  return STATUS_SUCCESS;
}
