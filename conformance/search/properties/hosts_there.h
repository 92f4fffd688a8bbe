#pragma once

#include <rapidcheck.h>

#include "conformance/execution/implementation.h"
#include "oracle/model/host.h"

namespace netioconf::conformance {

// The hosts to ask an implementation for: many shapes, or, where the host can't be chosen, the one that
// there is. Carries out scripts without operations to find out.
[[nodiscard]] rc::Gen<oracle::Host> hosts_for(Implementation& implementation);

}  // namespace netioconf::conformance
