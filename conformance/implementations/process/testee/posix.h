/* What only the main function of a POSIX system calls. */
#pragma once

#include "conformance/implementations/process/testee/library.h"

/* Frames go where standard output went, and what others print goes to standard error: it must not come
 * between the frames. 0 if that cannot be had. */
int take_standard_output(void);

/* NULL when it is loaded, or one line that says why not, valid until the next call. */
const char* load(struct library* library, const char* path);
