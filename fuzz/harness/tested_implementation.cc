#include "fuzz/harness/tested_implementation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "conformance/execution/implementation.h"
#include "fuzz/harness/repeat.h"
#include "fuzz/harness/report_result.h"
#include "oracle/model/samples.h"
#include "reports/model/exit_status.h"

namespace netioconf::fuzz::harness {
namespace {

using OwnedImplementation = std::unique_ptr<conformance::execution::Implementation>;

using conformance::implementations::Patience;

constexpr Patience long_patience{};
// The time in which a busy machine delivers a callback. A finding is examined again with long patience.
constexpr Patience some_patience{.limit = std::chrono::milliseconds{200},
                                 .grace = std::chrono::milliseconds{20}};

OwnedImplementation make_or_exit(const std::string& name, Patience patience) {
  conformance::implementations::ImplementationOptions options;
  if (environment(isolate_variable, "") == "1")
    options.isolation = conformance::implementations::Isolation::child;
  options.patience = patience;
  auto implementation = conformance::execution::make_implementation(name, options);
  if (implementation) return *std::move(implementation);
  std::exit(reports::could_not_run(implementation.error()));
}

// Creates a route while a notification is registered.
oracle::Script script_with_a_change() {
  const oracle::RouteRow row =
      via(to(on(oracle::a_route(), oracle::first_luid, 0), oracle::ipv4(192, 0, 2, 0), 24),
          oracle::ipv4(192, 0, 2, 1));
  return {.host = oracle::plain_host(),
          .operations = {oracle::NotifyCall{}, oracle::RouteCall{.row = row}, oracle::CollectCall{1}}};
}

bool reports_a_change(const std::string& name, Patience patience) {
  const oracle::Trace trace = make_or_exit(name, patience)->observe(script_with_a_change());
  return std::ranges::any_of(trace.steps,
                             [](const oracle::Step& step) { return !step.reply.notifications.empty(); });
}

// A fuzzer makes millions of calls, so it waits for callbacks only if the implementation delivers them
// late. If it never delivers them, waiting is useless.
Patience patience_for(const std::string& name) {
  const bool at_once = reports_a_change(name, conformance::implementations::no_patience);
  return at_once || !reports_a_change(name, long_patience) ? conformance::implementations::no_patience
                                                           : some_patience;
}

}  // namespace

conformance::execution::Implementation& implementation_from_environment(const char* variable,
                                                                        const char* otherwise) {
  // Never destroyed: threads of a library may call back while the process ends.
  static auto& implementations = *new std::map<std::string, OwnedImplementation>;
  OwnedImplementation& implementation = implementations[variable];
  if (!implementation) {
    const std::string name = environment(variable, otherwise);
    implementation = make_or_exit(name, patience_for(name));
  }
  return *implementation;
}

oracle::readings::Profile profile_from_environment() {
  const std::string name = environment(profile_variable, "documented");
  if (const auto profile = oracle::readings::find_profile(name)) return *profile;
  std::exit(reports::could_not_run(
      fmt::format("{}={}: no such profile (documented or windows)", profile_variable, name)));
}

conformance::execution::Implementation& emulated(std::string_view personality) {
  static auto& implementations = *new std::map<std::string, OwnedImplementation, std::less<>>;
  const auto found = implementations.find(personality);
  if (found != implementations.end()) return *found->second;
  auto made =
      make_or_exit("emulated:" + std::string{personality}, conformance::implementations::no_patience);
  return *implementations.emplace(personality, std::move(made)).first->second;
}

void empty_tables(conformance::execution::Implementation& implementation) {
  (void)implementation.observe({.host = oracle::plain_host()});
}

}  // namespace netioconf::fuzz::harness
