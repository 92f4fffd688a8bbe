// Any bytes as a script and as a trace, in binary and in text form: a value that was read can be
// written, and is read back unchanged.
#include "fuzz/harness/checks/round_trips.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::harness::check_binary_form({data, size});
  fuzz::harness::check_text_form({data, size});
  return 0;
}
