#include <memory>

#include "conformance/cli/help/help_files.h"
#include "conformance/cli/subcommands.h"
#include "corpora/files/files.h"
#include "reports/model/exit_status.h"
#include "reports/model/program_version.h"

namespace netioconf::conformance::cli {
namespace {

int write_manual(const help::CommandHelp& described, const std::filesystem::path& out) {
  for (const help::HelpFile& file : help::help_files(described, reports::program_version())) {
    const std::filesystem::path path = out / file.path;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (const auto written = corpora::files::write_file(path, file.text); !written)
      return reports::could_not_run(corpora::files::describe(written.error()));
  }
  return reports::exit_conforms;
}

}  // namespace

void add_manual(Program& program) {
  Command command =
      program.subcommand("manual", "Write the manual pages, and the completions for bash, zsh and fish");
  auto out = std::make_shared<std::filesystem::path>();
  command.path("--out", *out, "folder that gets man/, bash-completion/, zsh/ and fish/")
      .required()
      .decides(Decides::output);
  command.footer(
      "Exit status: 0 written, 2 could not run.\n"
      "Example: netioconf manual --out ~/.local/share");
  command.run(
      [out, &program](const reports::Invocation&) { return write_manual(program.described(), *out); });
}

}  // namespace netioconf::conformance::cli
