#pragma once

#include <string_view>

namespace netioconf::conformance::emulator {

// Writes one line to the standard error output that says what a program does wrong and what Windows
// would do. Aborts in debug builds (without NDEBUG), so that a test notices.
void report_misuse(std::string_view what);

}  // namespace netioconf::conformance::emulator
