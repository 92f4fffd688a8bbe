#pragma once

#include "conformance/implementations/api/implementation_name.h"
#include "conformance/implementations/api/implementation_options.h"
#include "conformance/implementations/wine/wine.h"

namespace netioconf::conformance::implementations::wine {

// Makes wine:user, wine:driver and the other names in README.md.
[[nodiscard]] MadeTransport make_wine(const ImplementationName& name,
                                      const ImplementationOptions& options);

// The parts of this build and its source folder.
[[nodiscard]] WinePlaces wine_places();

}  // namespace netioconf::conformance::implementations::wine
