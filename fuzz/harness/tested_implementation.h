#pragma once

#include <memory>
#include <string>

#include "conformance/execution/implementation.h"
#include "oracle/readings/reading.h"

namespace netioconf::fuzz::harness {

// The implementation that the environment names, created once for the whole process, and the profile
// that judges it. If the implementation is not available, the process prints one line and ends with exit
// status 2.
[[nodiscard]] conformance::execution::Implementation& implementation_from_environment(
    const char* variable, const char* otherwise);
[[nodiscard]] oracle::readings::Profile profile_from_environment();

// A fresh emulator.
[[nodiscard]] std::unique_ptr<conformance::execution::Implementation> emulated(
    std::string_view personality);

}  // namespace netioconf::fuzz::harness
