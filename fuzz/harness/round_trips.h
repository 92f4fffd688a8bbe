#pragma once

#include "fuzz/harness/input.h"

// What is read from bytes that come from anywhere can be written, and is then read again as it was.
// Stops where it isn't.
namespace netioconf::fuzz {

// As a script and as a trace.
void check_binary_form(Bytes bytes);
void check_text_form(Bytes bytes);

// As what comes through the channel from a child, in pieces of any size.
void check_frames(Bytes bytes);
// As each of the values that a child sends.
void check_payload(Bytes bytes);

void check_known_list(Bytes bytes);

}  // namespace netioconf::fuzz
