#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "conformance/cli/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/export/programs.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/lint/format.h"
#include "corpora/text/loader.h"
#include "corpora/text/text.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

struct ExportOptions {
  std::filesystem::path script;  // a file, or the name of a committed script
  std::string form;              // c, gtest, powershell, ip or textproto
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::filesystem::path out;  // empty: standard output
};

using ExportedText = std::expected<std::string, std::string>;

std::string as_text(const corpora::text::LoadedScript& script) {
  return script.comment + corpora::text::print(corpora::codec::encode(script.script));
}

ExportedText program_for(const corpora::text::LoadedScript& script, const ExportOptions& options) {
  if (options.form == "textproto") return as_text(script);
  auto reproduction = exporting::reproduce(script.script, options.profile);
  if (!reproduction) return std::unexpected(reproduction.error());
  reproduction->comment = corpora::text::words_of(script.comment);
  return exporting::program_as(options.form, *reproduction);
}

int export_script(const ExportOptions& options) {
  const std::vector<std::filesystem::path> paths = {repository::script_path(options.script)};
  std::error_code ignored;
  if (!std::filesystem::exists(paths.front(), ignored)) {
    return reports::could_not_run(
        options.script.string() +
        ": no such file and no such committed script (netioconf explain RULE lists the "
        "scripts of a rule)");
  }
  const auto loaded = corpora::text::load_scripts(paths);
  if (!loaded) return reports::could_not_run(loaded.error().message);
  if (loaded->size() != 1) {
    return reports::could_not_run(options.script.string() +
                                  ": it contains more than one script (name one)");
  }
  if (loaded->front().script.operations.empty()) {
    return reports::could_not_run(options.script.string() + ": it has no operations (add at least one)");
  }
  const ExportedText program = program_for(loaded->front(), options);
  if (!program) {
    return reports::could_not_run(fmt::format("{}: it cannot be exported as {}: {}",
                                              options.script.string(), options.form, program.error()));
  }
  if (options.out.empty()) {
    fmt::print("{}", *program);
    return reports::exit_conforms;
  }
  const auto written = corpora::files::write_file(options.out, *program);
  if (!written) return reports::could_not_run(corpora::files::describe(written.error()));
  return reports::exit_conforms;
}

}  // namespace

void add_export(Program& program) {
  Command command = program.subcommand("export", "Write a standalone program that repeats a script");
  auto options = std::make_shared<ExportOptions>();
  command.path("SCRIPT", options->script, "a script, or the name of a committed one").required();
  command
      .text("--as,--to", options->form,
            "c: C for Windows; gtest: a GoogleTest for your own suite; powershell: PowerShell with "
            "P/Invoke; ip: a shell script for iproute2 on Linux; textproto: the script itself")
      .required()
      .one_of({"c", "gtest", "powershell", "ip", "textproto"});
  add_profile(command, options->profile);
  command.path("--out", options->out, "file for the program (standard output)").decides(Decides::output);
  command.footer(
      "Exit status: 0 written, 2 could not run. The program exits with 0 conforms, 1 deviates, 2 "
      "undecided.\n"
      "Example: netioconf export route.lifetimes/preferred_one_above_valid --as c --out repeat.c");
  command.run([options](const reports::Invocation&) { return export_script(*options); });
}

}  // namespace netioconf::conformance::cli
