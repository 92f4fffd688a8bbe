// Always fails, on an input that coverage feedback finds within seconds. ci/smoke runs it first to
// detect a fuzzing set-up that finds nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size >= 3 && data[0] == 'c' && data[1] == 'r' && data[2] == 'y') std::abort();
  return 0;
}
