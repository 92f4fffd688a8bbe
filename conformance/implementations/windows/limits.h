/* What may be asked of a machine that is somebody's: only prefixes that are reserved for documentation
 * and tests are touched, and only on links that were named. Pure, so that a driver has the same. */
#pragma once

#include <stdint.h>

#include "conformance/implementations/process/wire.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { most_known_links = 1024 };

struct known_link {
  uint64_t luid;
  uint32_t index;
  uint32_t named; /* 1: it may be touched */
};

struct limits {
  uint32_t lifted; /* 1: nothing real is touched, so nothing is forbidden */
  uint32_t count;
  struct known_link links[most_known_links]; /* all that the machine has */
};

/* Whether the call can change a table. */
int can_change(const netioconf_call* call);

/* Why the call must not be made, in one line; NULL if it may. A row that names no link of the machine
 * may: it touches none. */
const char* why_forbidden(const struct limits* limits, const netioconf_call* call);

/* Whether a row's prefix, or its address, is one for tests. */
int is_test_route(const uint8_t* row);
int is_test_anycast(const uint8_t* row);

#ifdef __cplusplus
}
#endif
