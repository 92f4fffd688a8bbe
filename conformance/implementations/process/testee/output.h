/* Outgoing frames. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { output_room = 1 << 18 }; /* bytes; a payload may have this size less a frame header */

#ifdef __cplusplus
extern "C" {
#endif

struct output {
  uint32_t request; /* that the frames answer */
  uint32_t step;
  size_t size;
  uint8_t bytes[output_room];
};

/* Adds a frame. Call output_flush before each call, so that no frame is lost when the call crashes. */
void output_frame(struct output* output, uint16_t kind, const void* payload, size_t size);

/* Ends the process if the reader is gone. */
void output_flush(struct output* output);

#ifdef __cplusplus
}
#endif
