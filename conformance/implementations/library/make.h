#pragma once

#include "conformance/implementations/api/implementation_name.h"
#include "conformance/implementations/api/implementation_options.h"

namespace netioconf::conformance::implementations::library {

// Makes library:PATH.
[[nodiscard]] MadeTransport make_library(const ImplementationName& name,
                                         const ImplementationOptions& options);

}  // namespace netioconf::conformance::implementations::library
