#include "conformance/export/programs.h"

#include <algorithm>

namespace netioconf::conformance::exporting {

std::string why_no_program(const oracle::Script& script) {
  if (oracle::has_details(script.host))
    return "a program sets up no addresses, connection or default routes of a link";
  const auto moves_clock = [](const oracle::Operation& operation) {
    return std::holds_alternative<oracle::AdvanceCall>(operation);
  };
  return std::ranges::any_of(script.operations, moves_clock) ? "a program moves no clock" : "";
}

std::expected<std::string, std::string> program_as(std::string_view form,
                                                   const Reproduction& reproduction) {
  if (std::string why = why_no_program(reproduction.script); !why.empty())
    return std::unexpected(std::move(why));
  if (form == "c") return c_program(reproduction);
  if (form == "gtest") return gtest_program(reproduction);
  if (form == "powershell") return powershell_program(reproduction);
  return ip_program(reproduction);
}

}  // namespace netioconf::conformance::exporting
