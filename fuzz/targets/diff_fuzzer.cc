// Any script, on two implementations: stops where one deviates and the other doesn't, and where the
// judge takes the same replies for different things. Differences that the documents allow only guide.
#include "fuzz/harness/consistency.h"
#include "fuzz/harness/input.h"
#include "fuzz/harness/repeat.h"
#include "fuzz/harness/subject.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace netioconf::fuzz;
  const auto script = read_script({data, size});
  const auto profile = profile_from_environment();
  auto& one = subject_from_environment(implementation_variable, "emulated:common");
  auto& other = subject_from_environment(other_implementation_variable, "emulated:lenient");
  hold_against(try_script(one, script, profile), try_script(other, script, profile));
  return 0;
}
