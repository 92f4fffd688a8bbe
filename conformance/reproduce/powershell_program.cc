#include "conformance/reproduce/programs.h"

namespace netioconf::conformance {

std::string powershell_program(const Reproduction&) { return ""; }

std::expected<std::string, std::string> ip_program(const Reproduction&) {
  return std::unexpected("not yet");
}

}  // namespace netioconf::conformance
