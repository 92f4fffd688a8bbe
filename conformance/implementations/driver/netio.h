/* The netio.sys that this driver was linked with. */
#pragma once

#include "conformance/implementations/process/testee/library.h"

/* Fills in the functions that it imports. */
void import_netio(struct library* library);

/* Whether it is the emulator, and with which setting it is to behave (NAME=VALUE, or nothing). */
int netio_is_emulated(void);
void set_behaviour(const char* setting);
