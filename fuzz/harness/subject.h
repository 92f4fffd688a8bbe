#pragma once

#include <memory>
#include <string>

#include "conformance/execution/implementation.h"
#include "oracle/readings/reading.h"

namespace netioconf::fuzz {

// The implementation that the environment names, made once for the whole process, and the profile it is
// judged by. One that can't be had ends the process with one line and exit status 2.
[[nodiscard]] conformance::Implementation& subject_from_environment(const char* variable,
                                                                    const char* otherwise);
[[nodiscard]] oracle::Profile profile_from_environment();

// A fresh emulator.
[[nodiscard]] std::unique_ptr<conformance::Implementation> emulated(std::string_view personality);

}  // namespace netioconf::fuzz
