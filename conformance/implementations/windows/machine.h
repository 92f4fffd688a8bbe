/* The description of the machine for netioconf. */
#pragma once

#include <stddef.h>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/windows/limits.h"

/* Lists the links that may be changed first, so that scripts use them. */
void describe_machine(const struct limits* limits, netioconf_host* host);

/* Marks the links that may be changed. Returns NULL, or an error that names a missing link. */
const char* name_links(struct limits* limits, const char* const* names, int count, char* problem,
                       size_t size);
