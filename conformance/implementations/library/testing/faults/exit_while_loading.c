#include <stdlib.h>

#include "conformance/implementations/library/testing/fake.h"

__attribute__((constructor)) static void leave(void) { exit(4); }
