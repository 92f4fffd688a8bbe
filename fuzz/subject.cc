#include "fuzz/subject.h"

#include <fmt/format.h>

#include <cstdlib>
#include <map>

#include "conformance/command/exit_status.h"
#include "conformance/command/implementations.h"
#include "fuzz/repeat.h"

namespace netioconf::fuzz {
namespace {

using Made = std::unique_ptr<conformance::Implementation>;

// A fuzzer makes millions of calls, so it waits for callbacks no longer than a machine that is busy
// takes. A finding is looked at again with all the patience there is.
conformance::ImplementationOptions hurried() {
  conformance::ImplementationOptions options;
  options.patience = {.limit = std::chrono::milliseconds{200}, .grace = std::chrono::milliseconds{2}};
  return options;
}

Made made(const std::string& name) {
  auto implementation = conformance::make_implementation(name, hurried());
  if (implementation) return *std::move(implementation);
  std::exit(conformance::could_not_run(implementation.error()));
}

}  // namespace

conformance::Implementation& subject_from_environment(const char* variable, const char* otherwise) {
  // Never destroyed: threads of a library may call back while the process ends.
  static auto& subjects = *new std::map<std::string, Made>;
  Made& subject = subjects[variable];
  if (!subject) subject = made(environment(variable, otherwise));
  return *subject;
}

oracle::Profile profile_from_environment() {
  const std::string name = environment(profile_variable, "documented");
  if (const auto profile = oracle::find_profile(name)) return *profile;
  std::exit(conformance::could_not_run(
      fmt::format("{}={}: no such profile (documented or windows)", profile_variable, name)));
}

Made emulated(std::string_view personality) { return made("emulated:" + std::string{personality}); }

}  // namespace netioconf::fuzz
