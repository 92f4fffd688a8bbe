#include "conformance/implementations/process/testee/serve.h"

#include <string.h>

static uint8_t input[sizeof(netioconf_frame) + netioconf_most_payload];

const char* serve_requests(const char* (*answer)(const struct request* request, const uint8_t* bytes,
                                                 size_t size)) {
  size_t size = 0;
  for (;;) {
    struct request request;
    size_t used = 0;
    const enum front front = look_at(input, size, &request, &used);
    if (front == front_garbage) return "the input is not a request of netioconf";
    if (front == front_request) {
      const char* why = answer(&request, input, used);
      if (why != NULL) return why;
      memmove(input, input + used, size - used);
      size -= used;
      continue;
    }
    const size_t count = receive_bytes(input + size, sizeof input - size);
    if (count == 0) return NULL;
    size += count;
  }
}
