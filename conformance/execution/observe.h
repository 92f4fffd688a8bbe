#pragma once

#include <memory>
#include <string>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/api/executor.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance {

// Carries a script out: on the host that it asks for, or, without netioconf_reset, on the host that
// there is, which is put back afterwards. Behind each operation that can change a table stands a look at
// it.
//
// A call that ends the implementation ends the trace. One that does so outside of the script's own steps
// (while tables are read beforehand, or while kept tables are freed afterwards) is a probe step.
[[nodiscard]] oracle::Trace observe(Executor& executor, const oracle::Script& script);

}  // namespace netioconf::conformance
