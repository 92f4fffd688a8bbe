#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "fuzz/feedback/trial.h"
#include "reports/model/summarize.h"

namespace netioconf::fuzz {

// Prints the first deviation of a trial, if there is one, and aborts.
void stop_at_deviation(const Trial& trial);

// Says that something else is wrong and aborts: an answer of ours contradicts another one.
[[noreturn]] void stop_because(std::string_view what);

// Tools that group crashes compare the line behind "ASSERTION FAILED: " and the uppermost frames, and
// take alike ones for the same. So the line ends in a hash of the group, which they compare exactly, and
// each rule and question has two frames of its own.

// The first line of a stop: the id in words, without digits, and the hash.
[[nodiscard]] std::string first_line(const reports::GroupKey& group);

// Where an id of a rule or a question stands among all of them.
inline constexpr std::size_t stop_count_max = 384;
[[nodiscard]] std::size_t place_of(std::string_view id);

// Calls `end` from within the two functions of that place.
void end_in(std::size_t place, void (*end)());
// Their addresses.
struct Frames {
  const void* outer;
  const void* inner;
};
[[nodiscard]] Frames frames_of(std::size_t place);

}  // namespace netioconf::fuzz
