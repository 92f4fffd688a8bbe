#pragma once

#include <string>

#include "conformance/implementations/api/implementation_options.h"
#include "conformance/implementations/isolation/serve.h"

namespace netioconf::conformance::implementations::isolation {

// Calls an Api in this process, or in a child if the options say so or if it cannot be cleaned up: an
// entry that cannot be removed would affect later scripts, and a child can be replaced. `name` is the
// prefix of errors.
[[nodiscard]] MadeTransport make_here_or_isolated(const std::string& name, const MakeApi& make_api,
                                                  const ImplementationOptions& options);

[[nodiscard]] MadeTransport make_isolated(const std::string& name, const MakeApi& make_api,
                                          const ImplementationOptions& options);

}  // namespace netioconf::conformance::implementations::isolation
