// Any bytes as data that a corrupted child writes into the channel to its parent.
#include "fuzz/harness/round_trips.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::harness::check_frames({data, size});
  fuzz::harness::check_payload({data, size});
  return 0;
}
