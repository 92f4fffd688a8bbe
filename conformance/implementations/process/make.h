#pragma once

#include "conformance/implementations/api/implementation_name.h"
#include "conformance/implementations/api/implementation_options.h"

namespace netioconf::conformance::implementations::process {

// Makes process:COMMAND.
[[nodiscard]] MadeTransport make_process(const ImplementationName& name,
                                         const ImplementationOptions& options);

}  // namespace netioconf::conformance::implementations::process
