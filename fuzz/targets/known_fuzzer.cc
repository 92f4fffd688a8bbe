// Any bytes as a list of known deviations.
#include "fuzz/harness/checks/round_trips.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::harness::check_known_list({data, size});
  return 0;
}
