#pragma once

#include <rapidcheck.h>

#include "conformance/execution/implementation.h"
#include "oracle/model/host.h"

namespace netioconf::conformance::search::properties {

// The hosts to request from an implementation: many shapes, or its own host if it always has the same
// one. Runs scripts without operations to find out.
[[nodiscard]] rc::Gen<oracle::Host> hosts_for(execution::Implementation& implementation);

}  // namespace netioconf::conformance::search::properties
