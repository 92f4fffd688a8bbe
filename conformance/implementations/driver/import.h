/* The documented functions, imported from whatever netio.sys there is. */
#pragma once

#include "conformance/implementations/process/testee/library.h"

void import_documented(struct library* library);
