// Any trace: the judge gives each of its steps a verdict, and gives the same verdict twice.
#include "fuzz/harness/consistency.h"
#include "fuzz/harness/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace netioconf;
  const corpora::Recording recording = fuzz::read_trace({data, size});
  fuzz::judge_twice(recording.trace, oracle::Profile::documented);
  fuzz::judge_twice(recording.trace, oracle::Profile::windows);
  return 0;
}
