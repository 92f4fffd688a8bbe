// Any script, on two implementations: stops if one deviates and the other does not, or if the judge
// gives different findings for the same replies. Differences that the documents allow only guide the
// search.
#include "fuzz/harness/checks/consistency.h"
#include "fuzz/harness/input.h"
#include "fuzz/harness/repeat.h"
#include "fuzz/harness/tested_implementation.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto script = fuzz::harness::read_script({data, size});
  const auto profile = fuzz::harness::profile_from_environment();
  auto& one = fuzz::harness::implementation_from_environment(fuzz::harness::implementation_variable,
                                                             "emulated:common");
  auto& other = fuzz::harness::implementation_from_environment(
      fuzz::harness::other_implementation_variable, "emulated:lenient");
  fuzz::harness::expect_same_deviation(fuzz::feedback::try_script(one, script, profile),
                                       fuzz::feedback::try_script(other, script, profile));
  return 0;
}
