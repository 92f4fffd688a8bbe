#pragma once

#include <cstddef>

namespace netioconf::conformance::emulator::exports::forwarding {

// The functions that are forwarded. The build makes the file that defines them.
extern const char* const forwarded_names[];
extern const std::size_t forwarded_count;

}  // namespace netioconf::conformance::emulator::exports::forwarding
