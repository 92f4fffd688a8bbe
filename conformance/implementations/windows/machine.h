/* The machine, as netioconf is told of it. */
#pragma once

#include <stddef.h>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/windows/limits.h"

/* Its links, those first that may be changed, so that scripts get them. */
void describe_machine(const struct limits* limits, netioconf_host* host);

/* Marks the links that may be changed; returns NULL, or which of them there is not. */
const char* name_links(struct limits* limits, const char* const* names, int count, char* problem,
                       size_t size);
