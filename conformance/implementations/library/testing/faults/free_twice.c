#include "conformance/implementations/library/testing/fake.h"

void FreeMibTable(PVOID memory) {
  fake_free(memory);
  fake_free(memory);
}
