#include <fmt/format.h>

#include "conformance/export/body.h"
#include "conformance/export/machinery.h"
#include "conformance/export/programs.h"

namespace netioconf::conformance::exporting {
namespace {

std::string head(const Reproduction& reproduction) {
  std::string text;
  for (const std::string& line : introduction(reproduction)) {
    text += line.empty() ? "#\n" : fmt::format("# {}\n", line);
  }
  return text +
         "#\n"
         "# Run:  powershell -ExecutionPolicy Bypass -File FILE.ps1 LINK\n"
         "#       (as administrator; the index of a link for each link of the script). The script is "
         "at\n"
         "#       the end. The code before it compares the answers with what the documents allow.\n"
         "# Exit status: 0 conforms, 1 deviates, 2 undecided or could not run.\n";
}

std::string machine(const oracle::Host& host) {
  std::string links;
  for (const oracle::Link& link : host.links) {
    links += fmt::format("{}new Link(0x{:x}ul, {}u, {:d}, {:d}, {:d}, {:d}, {}u, {}u)",
                         links.empty() ? "" : ", ", link.luid, link.index, link.ipv4, link.ipv6,
                         link.routes, link.loopback, link.ipv4_metric, link.ipv6_metric);
  }
  return fmt::format(
      "  static byte machine_has_ipv4 = {:d}, machine_has_ipv6 = {:d};\n"
      "  static Link[] links = {{{}}};\n",
      host.ipv4, host.ipv6, links);
}

}  // namespace

std::string csharp_program(const Reproduction& reproduction) {
  std::string text =
      "using System;\nusing System.Collections.Generic;\nusing System.Runtime.InteropServices;\n\n"
      "public static class Reproduction {\n";
  for (const std::string_view part : csharp_parts()) {
    if (!part.empty()) text += fmt::format("{}\n", part);
  }
  text += "  // ---- The script ----\n" + machine(reproduction.script.host);
  text += fmt::format("  static bool only_reserved = {};\n",
                      only_reserved_addresses(reproduction.script) ? "true" : "false");
  text += "  static void script() {\n";
  for (std::size_t i = 0; i < reproduction.script.host.links.size(); ++i) {
    text += fmt::format("    Link link_{} = links[{}];\n", i + 1, i);
  }
  return text + "\n" + body(reproduction, csharp_dialect(), "    ") + "  }\n}\n";
}

std::string powershell_program(const Reproduction& reproduction) {
  return head(reproduction) + "$source = @'\n" + csharp_program(reproduction) +
         "'@\n"
         "Add-Type -TypeDefinition $source\n"
         "exit [Reproduction]::Run([string[]]$args)\n";
}

}  // namespace netioconf::conformance::exporting
