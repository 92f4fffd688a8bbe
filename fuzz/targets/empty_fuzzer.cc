// script_fuzzer with an empty body: what is left is the engine and its mutation. ci/experiments/fuzz_rate holds the
// two against each other.
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t*, std::size_t) { return 0; }
