// Any script, on the implementation that NETIOCONF_IMPLEMENTATION names, held against the oracle.
#include "fuzz/input.h"
#include "fuzz/repeat.h"
#include "fuzz/signals.h"
#include "fuzz/stop.h"
#include "fuzz/subject.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace netioconf::fuzz;
  auto& subject = subject_from_environment(implementation_variable, "emulated");
  const Trial trial = try_script(subject, read_script({data, size}), profile_from_environment());
  signal(trial);
  stop_at_deviation(trial);
  return 0;
}
