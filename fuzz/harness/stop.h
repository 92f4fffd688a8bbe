#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "fuzz/feedback/judged_input.h"
#include "reports/summary/summarize.h"

namespace netioconf::fuzz::harness {

// Prints the first deviation of a judged input, if there is one, and aborts.
void stop_at_deviation(const feedback::JudgedInput& judged);

// Reports another error and aborts: two of our own results contradict each other.
[[noreturn]] void stop_because(std::string_view what);

// Tools that group crashes compare the line after "ASSERTION FAILED: " and the top frames, and treat
// similar ones as equal. So the line ends in a hash of the group, which they compare exactly, and each
// rule and question has two frames of its own.

// The first line of a stop: the id in words, without digits, and the hash.
[[nodiscard]] std::string first_line(const reports::GroupKey& group);

// The index of the id of a rule or a question among all of them.
inline constexpr std::size_t stop_count_max = 384;
[[nodiscard]] std::size_t stop_index_of(std::string_view id);

// Calls `end` from within the two functions of that index.
void call_within(std::size_t place, void (*end)());
// Their addresses.
struct Frames {
  const void* outer;
  const void* inner;
};
[[nodiscard]] Frames frames_of(std::size_t place);

}  // namespace netioconf::fuzz::harness
