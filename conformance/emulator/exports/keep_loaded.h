#pragma once

namespace netioconf::conformance::emulator::exports {

// Keeps this library loaded until the process ends, because its code runs on threads of its own.
void keep_loaded();

}  // namespace netioconf::conformance::emulator::exports
