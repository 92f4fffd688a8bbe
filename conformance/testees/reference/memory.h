/* Memory that is passed to the functions under test. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { guard_size = 64, guarded_most = 168 };

/* Memory between bytes that nobody may write. */
struct guarded {
  _Alignas(8) uint8_t memory[guard_size + 8 + guarded_most + guard_size];
  size_t offset;
  size_t size;
};

/* Puts content there, so many bytes behind an 8-byte boundary, and returns where it lies. */
void* guard(struct guarded* guarded, const void* content, size_t size, unsigned misalignment);
/* Whether only the content was written. */
int is_intact(const struct guarded* guarded);
/* The content as it is now. */
const void* content_of(const struct guarded* guarded);
