/* Which calls are allowed on a real machine: changes only of prefixes that are reserved for
 * documentation and tests, and only on named links. Pure, so that the driver can use it too. */
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
  uint32_t named; /* 1: it may be changed */
};

struct limits {
  uint32_t lifted; /* 1: the library is a fake, so everything is allowed */
  uint32_t count;
  struct known_link links[most_known_links]; /* all links of the machine */
};

/* The reason not to make the call, in one line, or NULL. A row that names no link of the machine is
 * allowed, because it changes none. */
const char* why_forbidden(const struct limits* limits, const netioconf_call* call);

/* Whether a row's prefix or address is reserved for tests. */
int is_test_route(const uint8_t* row);
int is_test_anycast(const uint8_t* row);

#ifdef __cplusplus
}
#endif
