#include "conformance/export/programs.h"

namespace netioconf::conformance::exporting {

std::expected<std::string, std::string> program_as(std::string_view form,
                                                   const Reproduction& reproduction) {
  if (form == "c") return c_program(reproduction);
  if (form == "gtest") return gtest_program(reproduction);
  if (form == "powershell") return powershell_program(reproduction);
  return ip_program(reproduction);
}

}  // namespace netioconf::conformance::exporting
