/* The documented functions, imported from the netio.sys of this machine. */
#pragma once

#include "conformance/implementations/process/testee/library.h"

void import_documented(struct library* library);
