/* Decodes requests of netioconf from arbitrary bytes. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "conformance/implementations/process/wire.h"

#ifdef __cplusplus
extern "C" {
#endif

struct request {
  netioconf_frame frame;
  netioconf_hello hello;   /* of a HELLO */
  netioconf_script script; /* of a SCRIPT */
  const uint8_t* details;  /* of a SCRIPT: netioconf_details_size bytes, or NULL */
  const uint8_t* calls;    /* script.count times sizeof(netioconf_call) bytes, at any alignment */
};

enum front {
  front_incomplete,
  front_request,
  front_garbage,
};

/* Decodes the first request. With front_request, the request points into the bytes, of which the first
 * `*used` belong to it. */
enum front look_at(const uint8_t* bytes, size_t size, struct request* request, size_t* used);

/* The call of that number in a decoded script. */
netioconf_call call_of_script(const struct request* request, uint32_t number);

/* Whether the call can change a table. */
int can_change(const netioconf_call* call);

#ifdef __cplusplus
}
#endif
