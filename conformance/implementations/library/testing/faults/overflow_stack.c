#include "conformance/implementations/library/testing/fake.h"

static volatile ULONG depth_limit = 0xffffffff;

static ULONG descend(ULONG depth) {
  volatile UCHAR room[4096];
  room[0] = (UCHAR)depth;
  return depth == depth_limit ? 0 : descend(depth + 1) + room[0];
}

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  (void)row;
  return descend(0);
}
