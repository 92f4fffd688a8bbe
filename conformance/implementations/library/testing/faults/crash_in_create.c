#include "conformance/implementations/library/testing/fake.h"

static UCHAR* volatile nowhere = (UCHAR*)0x10;

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  *nowhere = 1;
  return fake_create_route(row);
}
