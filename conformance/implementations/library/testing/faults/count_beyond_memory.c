#include <sys/mman.h>

#include "conformance/implementations/library/testing/fake.h"

NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table) {
  static UCHAR* pages;
  (void)family;
  if (pages == NULL) {
    pages = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(pages + 4096, 4096, PROT_NONE);
  }
  *table = (PMIB_IPFORWARD_TABLE2)(void*)pages;
  (*table)->NumEntries = 1000;
  return STATUS_SUCCESS;
}
