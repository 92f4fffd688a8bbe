#pragma once

#include "fuzz/harness/input.h"

// Memory from a library, which may contain anything and end anywhere.
namespace netioconf::fuzz::harness::inline checks {

// Reads the bytes as a table of routes and as a table of anycast addresses, with unreadable memory after
// them. Stops unless the values that are read equal the bytes.
void check_tables(InputBytes bytes);

// Reads the bytes as a netioconf_host. Stops if a host that is accepted cannot be requested again.
void check_description(InputBytes bytes);

}  // namespace netioconf::fuzz::harness::inline checks
