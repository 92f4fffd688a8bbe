#pragma once

#include "fuzz/harness/input.h"

// Values that are read from untrusted bytes can be written and are then read back unchanged. Each
// function stops if this fails.
namespace netioconf::fuzz::harness::inline checks {

// Reads the bytes as a script and as a trace.
void check_binary_form(InputBytes bytes);
void check_text_form(InputBytes bytes);

void check_known_list(InputBytes bytes);

// Reads the bytes as a file of many traces.
void check_trace_file(InputBytes bytes);

}  // namespace netioconf::fuzz::harness::inline checks
