#pragma once

#include "fuzz/harness/input.h"

// Memory as a library hands it out, that may hold anything and end anywhere.
namespace netioconf::fuzz {

// As a table of routes and as one of anycast addresses, with nothing readable behind. Stops unless what
// is read is what is there.
void check_tables(Bytes bytes);

// As a netioconf_host. Stops unless a host that is accepted can be asked for again.
void check_description(Bytes bytes);

}  // namespace netioconf::fuzz
