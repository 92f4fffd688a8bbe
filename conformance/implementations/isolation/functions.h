#pragma once

#include "conformance/implementations/api/api.h"
#include "conformance/implementations/process/testee/testee.h"

namespace netioconf::conformance::implementations::isolation {

// Lets a testee call this Api, of which there is one in a process. Both must live until the process
// ends.
void serve_api(testee& answering, Api& api);

}  // namespace netioconf::conformance::implementations::isolation
