// Any script, on the emulator with the personality that the first byte selects, checked by the oracle.
#include "fuzz/feedback/signals.h"
#include "fuzz/harness/input.h"
#include "fuzz/harness/stop.h"
#include "fuzz/harness/tested_implementation.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::harness::Cast cast = fuzz::harness::read_cast({data, size});
  for (const std::string_view personality : cast.personalities) {
    auto& implementation = fuzz::harness::emulated(personality);
    const fuzz::feedback::JudgedInput judged =
        fuzz::feedback::try_script(implementation, cast.script, fuzz::harness::profile_of(personality));
    fuzz::feedback::signal(judged);
    fuzz::harness::stop_at_deviation(judged);
    fuzz::harness::empty_tables(implementation);
  }
  return 0;
}
