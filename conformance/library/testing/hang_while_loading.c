#include <unistd.h>

#include "conformance/library/testing/fake.h"

__attribute__((constructor)) static void stay(void) {
  for (;;) pause();
}
