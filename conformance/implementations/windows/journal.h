/* Puts the tables of a machine back as they were: at the end, or, when this process was killed, at the
 * start of the next one. A journal is a file with the rows for tests, of the links that were named, that
 * were there before the first change; while there is none, nothing was changed. */
#pragma once

#include "conformance/implementations/process/testee/library.h"
#include "conformance/implementations/windows/limits.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Of each of these the result is NULL, or why it cannot be done, in one line. */

/* Puts back what an earlier process left behind, on the links that it was allowed to change. The library
 * and the limits must live as long as this is used. */
const char* journal_begin(const struct library* library, const struct limits* limits, const char* path);

/* To be called before each change; the first one is noted. */
const char* journal_before_change(void);

/* Puts back, and forgets. */
const char* journal_end(void);

#ifdef __cplusplus
}
#endif
