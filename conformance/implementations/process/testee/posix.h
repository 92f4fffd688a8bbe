/* Functions for the main function on a POSIX system. */
#pragma once

#include "conformance/implementations/process/testee/library.h"

/* NULL if the library was loaded, or one line that states why not, valid until the next call. */
const char* load(struct library* library, const char* path);
