/* Restores the tables of a machine: at the end or, if this process is killed, at the start of the next
 * one. The journal is a file with the test rows of the named links before the first change. As long as
 * it does not exist, nothing has been changed. */
#pragma once

#include "conformance/implementations/process/testee/library.h"
#include "conformance/implementations/windows/limits.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Each of these returns NULL, or the reason for failure in one line. */

/* Restores what an earlier process left behind, on the links that it was allowed to change. The library
 * and the limits must outlive the use of these functions. */
const char* journal_begin(const struct library* library, const struct limits* limits, const char* path);

/* Call this before each change. The first call writes the journal. */
const char* journal_before_change(void);

/* Restores the tables and removes the journal. */
const char* journal_end(void);

#ifdef __cplusplus
}
#endif
