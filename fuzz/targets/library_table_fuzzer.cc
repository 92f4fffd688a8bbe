// Any bytes as a table, or as the description of a host, that a library hands out.
#include "fuzz/harness/untrusted_memory.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  netioconf::fuzz::check_tables({data, size});
  netioconf::fuzz::check_description({data, size});
  return 0;
}
