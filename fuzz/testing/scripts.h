#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/harness/input.h"
#include "oracle/model/trace.h"

// Inputs for the tests of the fuzz targets' parts.
namespace netioconf::fuzz {

// Creates 10.0.0.0/8 on the first link.
[[nodiscard]] oracle::Script a_created_route();
[[nodiscard]] oracle::Script a_created_and_deleted_route();

// In binary form, as in a script input.
[[nodiscard]] std::vector<std::uint8_t> binary_form(const oracle::Script& script);

using harness::bytes_of;

}  // namespace netioconf::fuzz
