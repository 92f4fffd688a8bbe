#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "fuzz/feedback/judged_input.h"

namespace netioconf::fuzz::feedback {

// Reports to the fuzzing engine what the oracle learned from a judged input about the implementation. So
// the search also has feedback for an implementation without instrumentation. A signal is an open
// question, the call that asks it, and the answers that remain after a reply has ruled out others.
// Inputs that decide a question are worth keeping, because a later call can contradict the answer. Other
// signals (rules that applied, outcomes of calls, states, rows read back) made one input in twelve new;
// such a large corpus hides the few inputs that lead somewhere. libFuzzer looks for new values in the
// counters after each input and clears them before the next; without libFuzzer the counters accumulate.
void signal(const JudgedInput& judged);

// Reports two different replies to one call.
void signal_difference(oracle::Call call, oracle::Status one, oracle::Status other);

// A power of two. Signals are hashed into this range, which is large enough that few of them collide.
inline constexpr std::size_t signal_count = 1U << 15U;

[[nodiscard]] std::span<const std::uint8_t> signals();
void clear_signals();

}  // namespace netioconf::fuzz::feedback
