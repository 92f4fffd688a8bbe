#pragma once

namespace netioconf::conformance::implementations::isolation {

// Makes the testee of this process send and receive over these descriptors. A library may do anything to
// them: if they fail the process stops itself, which signals the failure to the parent. In a copy of the
// process that the library makes, the process ends.
void open_channel(int in, int out);

}  // namespace netioconf::conformance::implementations::isolation
