/* Frames on their way to netioconf. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { output_room = 1 << 18 }; /* bytes; no payload may be larger than this less a frame's head */

struct output {
  uint32_t request; /* what the frames answer */
  uint32_t step;
  size_t size;
  uint8_t bytes[output_room];
};

/* Adds a frame. Nothing may be lost when the next call crashes, so output_flush goes before it. */
void output_frame(struct output* output, uint16_t kind, const void* payload, size_t size);

/* Ends the process when nobody reads any more. */
void output_flush(struct output* output);
