// libFuzzer's hooks for a target whose input is a trace.
#include "fuzz/targets/mutation/mutate.h"

using namespace netioconf;

using corpora::proto::Trace;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  return fuzz::targets::mutation::mutated<Trace>(data, size, max_size, seed);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data, std::size_t size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t max_out_size,
                                                 unsigned seed) {
  return fuzz::targets::mutation::crossed<Trace>(data, size, other, other_size, out, max_out_size, seed);
}
