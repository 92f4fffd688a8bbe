#include <stdlib.h>

#include "conformance/library/testing/fake.h"

void FreeMibTable(PVOID memory) {
  (void)memory;
  abort();
}
