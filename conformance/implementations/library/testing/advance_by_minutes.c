#include "conformance/implementations/library/testing/fake.h"

/* Fails for a part of a minute. */
int netioconf_advance(uint32_t seconds) { return seconds % 60 == 0 ? 0 : 3; }
