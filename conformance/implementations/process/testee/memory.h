/* Memory that is passed to the functions under test. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
  guard_size = 64,
  guarded_most = 168,
  guarded_memory = guard_size + 8 + guarded_most + guard_size
};

/* Memory between guard bytes. */
struct guarded {
  uint64_t memory[guarded_memory / 8]; /* numbers, so that it starts at an 8-byte boundary */
  size_t offset;
  size_t size;
};

/* Copies the content to this many bytes after an 8-byte boundary, and returns its address. */
void* guard(struct guarded* guarded, const void* content, size_t size, unsigned misalignment);
/* Whether all guard bytes are unchanged. */
int is_intact(const struct guarded* guarded);
/* The content after the call. */
const void* content_of(const struct guarded* guarded);
