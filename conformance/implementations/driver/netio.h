/* The netio.sys that this driver is linked with. */
#pragma once

#include "conformance/implementations/process/testee/library.h"

/* Fills in the imported functions. */
void import_netio(struct library* library);

/* Whether it is the emulator. The setting of its behaviour is NAME=VALUE, or empty. */
int netio_is_emulated(void);
void set_behaviour(const char* setting);
