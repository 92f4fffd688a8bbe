/* Functions for the main function on a POSIX system. */
#pragma once

#include "conformance/implementations/process/testee/library.h"

/* Frames go to the original standard output. What the library prints goes to standard error, so that it
 * does not come between the frames. 0 on failure. */
int take_standard_output(void);

/* NULL if the library was loaded, or one line that states why not, valid until the next call. */
const char* load(struct library* library, const char* path);
