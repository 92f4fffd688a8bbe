// Any script, on the implementation that NETIOCONF_IMPLEMENTATION names, checked by the oracle.
#include "fuzz/harness/input.h"
#include "fuzz/harness/repeat.h"
#include "fuzz/harness/report_result.h"
#include "fuzz/harness/tested_implementation.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto& implementation =
      fuzz::harness::implementation_from_environment(fuzz::harness::implementation_variable, "emulated");
  const auto script = fuzz::harness::read_script({data, size});
  if (fuzz::harness::skips(script)) return -1;
  return fuzz::harness::report_result(
      fuzz::feedback::try_script(implementation, script, fuzz::harness::profile_from_environment()),
      script);
}
