#pragma once

#include <cstddef>
#include <cstdint>

#include "corpora/script.pb.h"

namespace netioconf::fuzz::mutators {

// Scripts with more operations take longer than they are worth. They run unchanged, but mutation
// shortens them.
inline constexpr std::size_t post_processed_operation_count_max = 16;

// Called on a message after each mutation. Moves it towards meaningful scripts, so that few inputs are
// spent on links that do not exist and rows that do not interact. The result depends only on the message
// and the seed. One seed in four leaves the message unchanged, so that every result of mutation can run.
// Mutation could also make each change, so no input becomes impossible. Post-processing applies to
// mutation only: inputs run exactly as stored.
void post_process(corpora::proto::Script& message, std::uint32_t seed);

}  // namespace netioconf::fuzz::mutators
