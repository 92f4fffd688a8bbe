/* What the driver's own files say to each other. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "conformance/implementations/driver/device.h"

/* The testee inside of the driver; the caller sees to it that there is one request at a time. */

/* Makes a fresh one; 0 if the options are not ours. */
int testee_open(const struct device_options* options, struct device_answer* answer);
/* Forgets it, and takes back what it registered. */
void testee_close(void);
/* Takes one whole frame; 0 if it is none, or if the one before it is not answered yet. */
int testee_ask(const uint8_t* bytes, size_t size);
/* Makes the next call, if nothing is waiting to be fetched; 0 when there is no more to be done. */
int testee_go_on(void);

/* What is waiting to be fetched. */

void pending_open(void);
void pending_close(void);
/* Bytes had, at most so many. */
size_t pending_fetch(uint8_t* bytes, size_t most);
/* Whether bytes were lost for want of memory. */
int pending_lost(void);

/* To be called around each call that is to be made at APC_LEVEL. */
void raise_to_apc_level(void);
void lower_from_apc_level(void);
