#include <stdlib.h>

#include "conformance/implementations/library/testing/fake.h"

void FreeMibTable(PVOID memory) {
  (void)memory;
  abort();
}
