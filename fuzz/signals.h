#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "fuzz/trial.h"

namespace netioconf::fuzz {

// Tells the fuzzing engine what the oracle saw, so that an implementation without instrumentation guides
// it, too: which rules applied to a call and how it ended, in which class of state, from which kind of
// input, after which other call, which of several allowed statuses it was, and how rows read back differ
// from what was given: the answers to the open questions. libFuzzer looks for new
// values in the counters after each input and clears them before the next; without it they only stay.
void signal(const Trial& trial);

// Two replies to one call that were not the same.
void signal_difference(oracle::Call call, oracle::Status one, oracle::Status other);

// A power of two. What an input can be told by is spread over them, so that few fall together.
inline constexpr std::size_t signal_count = 1U << 15U;

[[nodiscard]] std::span<const std::uint8_t> signals();
void clear_signals();

}  // namespace netioconf::fuzz
