#pragma once

#include "conformance/implementations/api/implementation_name.h"
#include "conformance/implementations/api/implementation_options.h"

namespace netioconf::conformance::implementations::linux {

// Makes linux, always in a child: a process that has entered a namespace cannot be used for anything
// else.
[[nodiscard]] MadeTransport make_linux(const ImplementationName& name,
                                       const ImplementationOptions& options);

}  // namespace netioconf::conformance::implementations::linux
