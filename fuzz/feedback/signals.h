#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "fuzz/feedback/trial.h"

namespace netioconf::fuzz {

// Tells the fuzzing engine what a trial taught the oracle about the implementation, so that one without
// instrumentation guides it, too: of each question that the documents leave open, and each call that it
// is asked of, the answers that remain when a reply has ruled others out. What an input must have in it
// to decide a question is what a later call can contradict, so it is worth going on from. Nothing else
// is told: with which rules applied, how calls ended, the state they met and how rows were read back,
// one input in twelve was new, and a corpus of so many hides the few that lead somewhere. libFuzzer
// looks for new values in the counters after each input and clears them before the next; without it they
// only stay.
void signal(const Trial& trial);

// Two replies to one call that were not the same.
void signal_difference(oracle::Call call, oracle::Status one, oracle::Status other);

// A power of two. What an input can be told by is spread over them, so that few fall together.
inline constexpr std::size_t signal_count = 1U << 15U;

[[nodiscard]] std::span<const std::uint8_t> signals();
void clear_signals();

}  // namespace netioconf::fuzz
