/* The interfaces between the driver's own files. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "conformance/implementations/driver/device.h"

/* The testee inside the driver; the caller makes sure that only one request runs at a time. */

/* Creates a fresh testee; 0 if the options are invalid. */
int testee_open(const struct device_options* options, struct device_answer* answer);
/* Destroys it, and cancels its registrations. */
void testee_close(void);
/* Takes one whole frame; 0 if it is invalid, or if the previous one is not yet answered. */
int testee_ask(const uint8_t* bytes, size_t size);
/* Makes the next call if no output is pending; 0 if nothing remains to be done. */
int testee_go_on(void);

/* Output that waits to be fetched. */

void pending_open(void);
void pending_close(void);
/* Fetches at most that many bytes and returns their number. */
size_t pending_fetch(uint8_t* bytes, size_t most);
/* Whether bytes were lost because memory ran out. */
int pending_lost(void);

/* Call these around each call at APC_LEVEL. */
void raise_to_apc_level(void);
void lower_from_apc_level(void);
