#pragma once

#include <string_view>

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance::mutants::inline replacing {

// A stack with one fault: the common personality with one function of its behaviour replaced.
struct Mutant {
  std::string_view name;  // In kebab-case, names the fault.
  std::string_view rule;  // The documented promise that it breaks.
  std::string_view wrong;
  emulator::Behaviour (*make)();
};

}  // namespace netioconf::conformance::mutants::inline replacing
