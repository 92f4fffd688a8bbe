/* The driver as a Windows service, and its device. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Installs and starts a driver and opens its device, which has the name of the service. First it removes
 * a driver of that name that an earlier loader left behind. NULL, or the reason for failure in one
 * line. */
const char* start_driver(const char* name, const char* file, char* problem, size_t size);

/* Stops and removes it; NULL, or the reason for failure. */
const char* stop_driver(void);

/* Sends one request to the device. Returns NULL and the number of output bytes, or the reason for
 * failure. */
const char* ask_device(uint32_t code, const void* input, size_t input_size, void* output,
                       size_t output_size, size_t* count);
