#include "conformance/testees/reference/memory.h"

#include <string.h>

/* Differs from byte to byte, so that moved or repeated bytes show. */
static uint8_t pattern(size_t position) { return (uint8_t)(0x5a ^ (position * 41)); }

void* guard(struct guarded* guarded, const void* content, size_t size, unsigned misalignment) {
  guarded->offset = guard_size + (misalignment & 7u);
  guarded->size = size;
  for (size_t position = 0; position < sizeof guarded->memory; ++position) {
    guarded->memory[position] = pattern(position);
  }
  memcpy(guarded->memory + guarded->offset, content, size);
  return guarded->memory + guarded->offset;
}

int is_intact(const struct guarded* guarded) {
  const size_t end = guarded->offset + guarded->size;
  for (size_t position = 0; position < sizeof guarded->memory; ++position) {
    const int inside = position >= guarded->offset && position < end;
    if (!inside && guarded->memory[position] != pattern(position)) return 0;
  }
  return 1;
}

const void* content_of(const struct guarded* guarded) { return guarded->memory + guarded->offset; }
