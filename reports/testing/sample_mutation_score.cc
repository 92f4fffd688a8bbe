#include "reports/testing/sample.h"

namespace netioconf::reports {

Report sample_mutation_score() {
  Report report;
  report.implementation = "mutants of the emulator";
  report.command = "netioconf mutants --by properties --out out/mutants";
  report.version = "0.1.0";
  report.mutant_results = {
      {"lifetimes-unchecked", "route.lifetimes", "sweep", 0.001},
      {"duplicate-accepted", "route.duplicate", "sweep", 0.002},
      {"entry-lost-after-success", "route.takes-effect", "sweep", 0.25},
      {"second-next-hop-refused-in-ipv6", "route.duplicate", "sweep", 3},
      {"lifetimes-unchecked", "route.lifetimes", "properties", 0.5},
      {"second-next-hop-refused-in-ipv6", "route.duplicate", "properties", std::nullopt}};
  return report;
}

}  // namespace netioconf::reports
