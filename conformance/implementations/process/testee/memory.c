#include "conformance/implementations/process/testee/memory.h"

#include <string.h>

/* Neighbouring bytes differ, so that moved or repeated bytes are detected. */
static uint8_t pattern(size_t position) { return (uint8_t)(0x5a ^ (position * 41)); }

void* guard(struct guarded* guarded, const void* content, size_t size, unsigned misalignment) {
  guarded->offset = guard_size + (misalignment & 7u);
  guarded->size = size;
  uint8_t* bytes = (uint8_t*)guarded->memory;
  for (size_t position = 0; position < guarded_memory; ++position) bytes[position] = pattern(position);
  return memcpy(bytes + guarded->offset, content, size);
}

int is_intact(const struct guarded* guarded) {
  const size_t end = guarded->offset + guarded->size;
  const uint8_t* bytes = (const uint8_t*)guarded->memory;
  for (size_t position = 0; position < guarded_memory; ++position) {
    const int inside = position >= guarded->offset && position < end;
    if (!inside && bytes[position] != pattern(position)) return 0;
  }
  return 1;
}

const void* content_of(const struct guarded* guarded) {
  return (const uint8_t*)guarded->memory + guarded->offset;
}
