// Any trace: the judge gives each of its steps a verdict, and gives the same verdict twice.
#include "fuzz/harness/checks/consistency.h"
#include "fuzz/harness/input.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const corpora::codec::Recording recording = fuzz::harness::read_trace({data, size});
  fuzz::harness::judge_twice(recording.trace, oracle::readings::Profile::documented);
  fuzz::harness::judge_twice(recording.trace, oracle::readings::Profile::windows);
  return 0;
}
