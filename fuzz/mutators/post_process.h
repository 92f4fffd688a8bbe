#pragma once

#include <cstddef>
#include <cstdint>

#include "corpora/script.pb.h"

namespace netioconf::fuzz {

// More operations than this take longer than they show. A longer script runs as it is, but mutation
// shortens it.
inline constexpr std::size_t steered_operation_count_max = 16;

// To be called on a message that was just mutated: moves it towards what means something, so that few
// inputs are spent on links that aren't there and rows that never meet. Depends on the message and the
// seed alone. One seed in four leaves the message as it is, so that whatever mutation makes can come to
// run; and every move is one that mutation could make, so no input becomes impossible. Nothing is done
// to an input when it runs: what is in a file is what runs.
void steer(corpora::proto::Script& message, std::uint32_t seed);

}  // namespace netioconf::fuzz
