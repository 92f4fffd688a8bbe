#pragma once

#include <string_view>

#include "conformance/execution/implementation.h"
#include "oracle/readings/reading.h"

namespace netioconf::fuzz::harness {

// The implementation that the environment names, created once for the whole process, and the profile
// that judges it. If the implementation is not available, the process prints one line and ends with exit
// status 2.
[[nodiscard]] conformance::execution::Implementation& implementation_from_environment(
    const char* variable, const char* otherwise);
[[nodiscard]] oracle::readings::Profile profile_from_environment();

// The emulator with a personality, created once for the whole process. Every script begins with a reset.
[[nodiscard]] conformance::execution::Implementation& emulated(std::string_view personality);

// Removes what a script left. libFuzzer searches for leaks, which takes long, after an input that frees
// less memory than it allocates.
void empty_tables(conformance::execution::Implementation& implementation);

}  // namespace netioconf::fuzz::harness
