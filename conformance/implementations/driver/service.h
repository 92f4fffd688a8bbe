/* The driver as a service of Windows, and its device. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Installs and starts a driver and opens its device, which is called as the service. One of that name
 * that an earlier loader left behind is removed first. NULL, or why not, in one line. */
const char* start_driver(const char* name, const char* file, char* problem, size_t size);

/* Stops and removes it; NULL, or why not. */
const char* stop_driver(void);

/* One request to the device: bytes in, and as many out as there are, which are counted. NULL, or why
 * not. */
const char* ask_device(uint32_t code, const void* input, size_t input_size, void* output,
                       size_t output_size, size_t* count);
