/* The loop over what netioconf asks. */
#pragma once

#include "conformance/implementations/process/testee/request.h"

/* Waits for bytes of netioconf's; 0 at the end of standard input, and when it can no more be read. Each
 * system has its own. */
size_t receive_bytes(uint8_t* bytes, size_t most);

/* Hands over each request that comes in, with the bytes that it came in, which last until `answer`
 * returns. NULL at the end of the input, or why it ended before: what came in is no request, or what
 * `answer` says instead of NULL. */
const char* serve_requests(const char* (*answer)(const struct request* request, const uint8_t* bytes,
                                                 size_t size));
