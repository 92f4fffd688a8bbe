#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "fuzz/trial.h"

namespace netioconf::fuzz {

// Tells the fuzzing engine what the oracle saw, so that an implementation without instrumentation guides
// it, too: which rules applied to a call and how it ended, in which class of state, which of several
// allowed statuses it was, how rows read back differ from what was given, and which answers to the open
// questions it was seen to follow. Not more: telling each kind of input and each sequence of calls apart
// made a corpus of so many that faults were found later. libFuzzer looks for new values in the counters
// after each input and clears them before the next; without it they only stay.
void signal(const Trial& trial);

// Two replies to one call that were not the same.
void signal_difference(oracle::Call call, oracle::Status one, oracle::Status other);

// A power of two. What an input can be told by is spread over them, so that few fall together.
inline constexpr std::size_t signal_count = 1U << 15U;

[[nodiscard]] std::span<const std::uint8_t> signals();
void clear_signals();

}  // namespace netioconf::fuzz
