// Any bytes as a file of recorded traces.
#include "fuzz/harness/checks/round_trips.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::harness::check_trace_file({data, size});
  return 0;
}
