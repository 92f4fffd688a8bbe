/* The loop over the requests of netioconf. */
#pragma once

#include "conformance/implementations/process/testee/request.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Waits for bytes from netioconf; 0 at the end of standard input or if it cannot be read. Each system
 * has its own version. */
size_t receive_bytes(uint8_t* bytes, size_t most);

/* Passes each incoming request to `answer`, with its bytes, which are valid until `answer` returns.
 * Returns NULL at the end of the input, or the reason why it ended before: the input is not a request,
 * or the result of `answer` if it is not NULL. */
const char* serve_requests(const char* (*answer)(const struct request* request, const uint8_t* bytes,
                                                 size_t size));

#ifdef __cplusplus
}
#endif
