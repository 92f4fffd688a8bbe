#pragma once

#include "conformance/implementations/api/implementation_name.h"
#include "conformance/implementations/api/implementation_options.h"

namespace netioconf::conformance::implementations::emulated {

// Makes emulated[:PERSONALITY].
[[nodiscard]] MadeTransport make_emulated(const ImplementationName& name,
                                          const ImplementationOptions& options);

// Makes mutant:NAME.
[[nodiscard]] MadeTransport make_mutant(const ImplementationName& name,
                                        const ImplementationOptions& options);

}  // namespace netioconf::conformance::implementations::emulated
