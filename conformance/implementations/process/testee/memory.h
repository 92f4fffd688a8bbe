/* Memory that is passed to the functions under test. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
  guard_size = 64,
  guarded_most = 168,
  guarded_memory = guard_size + 8 + guarded_most + guard_size
};

/* Memory between bytes that nobody may write. */
struct guarded {
  uint64_t memory[guarded_memory / 8]; /* as numbers, so that it begins at an 8-byte boundary */
  size_t offset;
  size_t size;
};

/* Puts content there, so many bytes behind an 8-byte boundary, and returns where it lies. */
void* guard(struct guarded* guarded, const void* content, size_t size, unsigned misalignment);
/* Whether only the content was written. */
int is_intact(const struct guarded* guarded);
/* The content as it is now. */
const void* content_of(const struct guarded* guarded);
