#pragma once

#include <vector>

#include "conformance/implementations/api/api.h"
#include "oracle/model/trace.h"

namespace netioconf::ci::benchmarks::programs {

// The calls of a script with their arguments, and nothing else.
struct BareScript {
  netioconf_host host;
  std::vector<oracle::Operation> operations;
};

// The host of the trace must be possible.
[[nodiscard]] BareScript bare(const oracle::Trace& trace);

// Makes the calls. Looks at no result, and frees what they return.
void call_all(conformance::implementations::Api& api, const BareScript& script);

}  // namespace netioconf::ci::benchmarks::programs
