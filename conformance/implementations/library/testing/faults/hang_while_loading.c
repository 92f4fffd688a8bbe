#include <unistd.h>

#include "conformance/implementations/library/testing/fake.h"

__attribute__((constructor)) static void stay(void) {
  for (;;) pause();
}
