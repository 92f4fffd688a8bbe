// libFuzzer's hooks for a target whose input is a byte and a script.
#include "fuzz/targets/mutation/mutate.h"

using namespace netioconf;

using corpora::proto::Script;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  if (max_size == 0) return 0;
  if (size == 0) data[size++] = 0;
  if (seed % 8 == 0) {
    data[0] = static_cast<std::uint8_t>(seed / 8 % 4);
    return size;
  }
  fuzz::targets::mutation::register_post_process();
  const std::size_t rest =
      fuzz::targets::mutation::mutated<Script>(data + 1, size - 1, max_size - 1, seed / 8);
  return rest == 0 ? 0 : rest + 1;
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data, std::size_t size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t max_out_size,
                                                 unsigned seed) {
  if (size == 0 || other_size == 0 || max_out_size == 0) return 0;
  fuzz::targets::mutation::register_post_process();
  out[0] = data[0];
  const std::size_t rest = fuzz::targets::mutation::crossed<Script>(
      data + 1, size - 1, other + 1, other_size - 1, out + 1, max_out_size - 1, seed);
  return rest == 0 ? 0 : rest + 1;
}
