#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fuzz/feedback/judged_input.h"
#include "fuzz/harness/input.h"

// Rows in which every bit, padding included, comes from the input.
namespace netioconf::fuzz::harness {

// A byte selects the personality. Then, for each call on a host with one link: a byte for the call, a
// byte for the offset of its row from an 8-byte boundary (0xff: NULL), and the row.
[[nodiscard]] Cast read_rows(InputBytes bytes);

// The bytes that encode the row calls of a script, which must contain no other calls.
[[nodiscard]] std::vector<std::uint8_t> bytes_of_rows(std::uint8_t personality,
                                                      const oracle::Script& script);

// Makes the calls of the script again, on rows in memory blocks of exactly their size, and stops unless
// each returns the same as before: memory around a row must not matter.
void repeat_bare(std::string_view personality, const feedback::JudgedInput& judged);

}  // namespace netioconf::fuzz::harness
