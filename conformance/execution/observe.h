#pragma once

#include <memory>
#include <string>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/api/transport.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::execution {

// Carries out a script on the host that it asks for or, without netioconf_reset, on the existing host,
// whose tables are restored afterwards. A table read follows each operation that can change the table.
//
// A call that ends the implementation ends the trace. If that happens outside the script's own steps
// (while tables are read beforehand, or while kept tables are freed afterwards), the call is a probe
// step.
[[nodiscard]] oracle::Trace observe(implementations::Transport& transport, const oracle::Script& script);

// The trace of a script of which no call was made.
[[nodiscard]] oracle::Trace skipped(const oracle::Script& script, std::string why);

}  // namespace netioconf::conformance::execution
