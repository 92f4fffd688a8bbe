// Any bytes as a table or a host description from a library.
#include "fuzz/harness/checks/untrusted_memory.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::harness::check_tables({data, size});
  fuzz::harness::check_description({data, size});
  return 0;
}
