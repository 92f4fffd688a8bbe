#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "conformance/cli/subcommands.h"
#include "conformance/layout/print.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {

void add_layout(Program& program) {
  Command command = program.subcommand(
      "layout", "Print sizes and offsets of the structures, or a file that checks those of a binding");
  auto language = std::make_shared<std::string>();
  const auto languages = layout::languages();
  command
      .text("--language", *language,
            "print a file for the tests of a binding in this language; its first comment says how to "
            "use it")
      .one_of({languages.begin(), languages.end()});
  command.footer(
      "Exit status: 0 printed, 2 could not run.\n"
      "Example: netioconf layout --language python > netioapi_layout.py");
  command.run([language](const reports::Invocation&) {
    fmt::print("{}", language->empty() ? layout::table() : layout::assertions(*language));
    return reports::exit_conforms;
  });
}

}  // namespace netioconf::conformance::cli
