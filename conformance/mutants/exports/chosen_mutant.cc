#include "conformance/emulator/exports/chosen_behaviour.h"
#include "conformance/emulator/exports/environment.h"
#include "conformance/mutants/mutants.h"

namespace exports = netioconf::conformance::emulator::exports;

std::optional<netioconf::conformance::emulator::Behaviour> exports::chosen_behaviour(
    std::string_view otherwise) {
  const std::string_view mutant = environment("NETIOEMU_MUTANT");
  if (mutant.empty()) return personality_of_environment(otherwise);
  const auto behaviour = netioconf::conformance::mutants::mutant_behaviour(mutant);
  if (!behaviour) report_unknown("NETIOEMU_MUTANT", mutant, "the mutants of netioconf");
  return behaviour;
}
