#pragma once

#include "conformance/implementations/child/shared_stream.h"

namespace netioconf::conformance::implementations::isolation {

// Makes the testee of this process receive from the descriptor `in` and send with `out`. A library may
// do anything to the descriptors: if they fail the process stops itself, which signals the failure to
// the parent. In a copy of the process that the library makes, the process ends.
void open_channel(int in, child::StreamSender out);

}  // namespace netioconf::conformance::implementations::isolation
