// Any script, on the implementation that NETIOCONF_IMPLEMENTATION names, checked by the oracle.
#include "fuzz/harness/input.h"
#include "fuzz/harness/repeat.h"
#include "fuzz/harness/report_result.h"
#include "fuzz/harness/subject.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace netioconf::fuzz;
  auto& subject = subject_from_environment(implementation_variable, "emulated");
  const auto script = read_script({data, size});
  if (passes_over(script)) return -1;
  return settle(try_script(subject, script, profile_from_environment()), script);
}
