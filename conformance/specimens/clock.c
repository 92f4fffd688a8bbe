#include "conformance/specimens/clock.h"

#include <stdbool.h>

static bool moved_by_calls;
static struct timespec moved_to;

void restart_clock(void) { moved_by_calls = false; }

void advance_clock(uint32_t seconds) {
  moved_to = current_time();
  moved_to.tv_sec += seconds;
  moved_by_calls = true;
}

struct timespec current_time(void) {
  struct timespec now = moved_to;
  if (!moved_by_calls) clock_gettime(CLOCK_MONOTONIC, &now);
  return now;
}
