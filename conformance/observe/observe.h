#pragma once

#include <memory>
#include <string>

#include "conformance/observe/executor.h"
#include "conformance/observe/implementation.h"
#include "oracle/trace.h"

namespace netioconf::conformance {

// Carries out a script on the host that it asks for or, without netioconf_reset, on the existing host,
// whose tables are restored afterwards. A table read follows each operation that can change the table.
//
// A call that ends the implementation ends the trace. If that happens outside the script's own steps
// (while tables are read beforehand, or while kept tables are freed afterwards), the call is a probe
// step.
[[nodiscard]] oracle::Trace observe(Executor& executor, const oracle::Script& script);

// An implementation that observes scripts in this way.
[[nodiscard]] std::unique_ptr<Implementation> implementation_of(std::string name,
                                                                std::unique_ptr<Executor> executor);

}  // namespace netioconf::conformance
