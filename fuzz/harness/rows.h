#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fuzz/harness/input.h"
#include "fuzz/feedback/trial.h"

// Rows whose every bit, padding included, is one of the input's.
namespace netioconf::fuzz {

// A byte for the personality, and then for each call, on a host with one link, a byte for which it is,
// one for how far behind an 8-byte boundary its row begins (0xff: NULL), and the row.
[[nodiscard]] Cast read_rows(Bytes bytes);

// The bytes that give the row calls of a script, which must have no others.
[[nodiscard]] std::vector<std::uint8_t> bytes_of_rows(std::uint8_t personality,
                                                      const oracle::Script& script);

// Makes the script's calls once more, on rows in memory of just their size, and stops unless each
// returns what it did before: around a row there is nothing that matters.
void repeat_bare(std::string_view personality, const Trial& trial);

}  // namespace netioconf::fuzz
