#include "conformance/emulator/exports/chosen_behaviour.h"
#include "conformance/emulator/exports/environment.h"

namespace netioconf::conformance::emulator::exports {

std::optional<Behaviour> chosen_behaviour(std::string_view otherwise) {
  return personality_of_environment(otherwise);
}

}  // namespace netioconf::conformance::emulator::exports
