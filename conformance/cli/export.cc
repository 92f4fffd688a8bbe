#include <fmt/format.h>

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/export/programs.h"
#include "conformance/export/winetest_program.h"
#include "conformance/known/find_known_list.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/lint/format.h"
#include "corpora/text/loader.h"
#include "corpora/text/text.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

struct ExportOptions {
  std::vector<std::filesystem::path> scripts;  // files, or names of committed scripts; also folders
  std::string form;                            // winetest takes many scripts, the others one
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::filesystem::path known;  // what to mark as todo_wine; empty: the committed list, or "none"
  std::filesystem::path out;    // empty: standard output
};

using LoadedScripts = std::vector<corpora::text::LoadedScript>;
// The error is one line.
using ExportedText = std::expected<std::string, std::string>;

std::string as_text(const corpora::text::LoadedScript& script) {
  return script.comment + corpora::text::print(corpora::codec::encode(script.script));
}

std::string names_of(const ExportOptions& options) {
  return options.scripts.size() == 1 ? options.scripts.front().string() : "these scripts";
}

ExportedText program_for(const corpora::text::LoadedScript& script, const ExportOptions& options) {
  if (options.form == "textproto") return as_text(script);
  auto reproduction = exporting::reproduce(script.script, options.profile);
  if (reproduction) {
    reproduction->comment = corpora::text::words_of(script.comment);
    auto program = exporting::program_as(options.form, *reproduction);
    if (program) return program;
    reproduction = std::unexpected(program.error());
  }
  return std::unexpected(fmt::format("{}: it cannot be exported as {}: {}", names_of(options),
                                     options.form, reproduction.error()));
}

ExportedText winetests_for(const LoadedScripts& loaded, const ExportOptions& options) {
  std::vector<oracle::Script> scripts;
  std::vector<std::string> comments;
  for (const corpora::text::LoadedScript& each : loaded) {
    scripts.push_back(each.script);
    comments.push_back(corpora::text::words_of(each.comment));
  }
  const auto known = known::read_known_list_named(options.known, "wine:user");
  if (!known) return std::unexpected(known.error());
  const auto chosen = exporting::winetest_scripts(scripts, comments, options.profile);
  if (chosen.reproductions.empty()) {
    return std::unexpected(fmt::format("{}: it cannot be exported as winetest: {}", names_of(options),
                                       chosen.left_out.front().why));
  }
  if (!chosen.left_out.empty()) {
    reports::say(fmt::format("left out {} of {} scripts (the head of the file says why)",
                             chosen.left_out.size(), loaded.size()));
  }
  return exporting::winetest_program(chosen, known->value_or(reports::known::Known{}));
}

// The scripts to export. The error is one line.
std::expected<LoadedScripts, std::string> load(const ExportOptions& options) {
  std::vector<std::filesystem::path> paths;
  for (const std::filesystem::path& named : options.scripts) {
    paths.push_back(repository::script_path(named));
    std::error_code ignored;
    if (std::filesystem::exists(paths.back(), ignored)) continue;
    return std::unexpected(
        named.string() +
        ": no such file and no such committed script (netioconf explain RULE lists the "
        "scripts of a rule)");
  }
  auto loaded = corpora::text::load_scripts(paths);
  if (!loaded) return loaded;
  if (loaded->size() != 1 && options.form != "winetest")
    return std::unexpected(names_of(options) + ": it contains more than one script (name one)");
  for (const corpora::text::LoadedScript& each : *loaded) {
    if (each.script.operations.empty())
      return std::unexpected(each.path + ": it has no operations (add at least one)");
  }
  return loaded;
}

ExportedText text_for(const ExportOptions& options) {
  const auto loaded = load(options);
  if (!loaded) return std::unexpected(loaded.error());
  return options.form == "winetest" ? winetests_for(*loaded, options)
                                    : program_for(loaded->front(), options);
}

int export_scripts(const ExportOptions& options) {
  const ExportedText text = text_for(options);
  if (!text) return reports::could_not_run(text.error());
  if (options.out.empty()) {
    fmt::print("{}", *text);
    return reports::exit_conforms;
  }
  const auto written = corpora::files::write_file(options.out, *text);
  if (!written) return reports::could_not_run(corpora::files::describe(written.error()));
  return reports::exit_conforms;
}

}  // namespace

void add_export(Program& program) {
  Command command = program.subcommand(
      "export", "Write a standalone program that repeats a script, or a test of Wine from many");
  auto options = std::make_shared<ExportOptions>();
  command
      .path("SCRIPT", options->scripts,
            "a script, or the name of a committed one; winetest: also several, and folders")
      .required();
  command
      .text(
          "--as,--to", options->form,
          "c: C for Windows; gtest: a GoogleTest for your own suite; powershell: PowerShell with "
          "P/Invoke; ip: a shell script for iproute2 on Linux; winetest: C in the conventions of Wine's "
          "tests; textproto: the script itself")
      .required()
      .one_of({"c", "gtest", "powershell", "ip", "winetest", "textproto"});
  add_profile(command, options->profile);
  command
      .path("--known", options->known,
            "winetest: the known deviations to mark as todo_wine (those of Wine; none: no mark)")
      .decides(Decides::verdicts);
  command.path("--out", options->out, "file for the program (standard output)").decides(Decides::output);
  command.footer(
      "Exit status: 0 written, 2 could not run. The program exits with 0 conforms, 1 deviates,\n"
      "2 undecided; a winetest exits with the number of its failures.\n"
      "Example: netioconf export route.lifetimes/preferred_one_above_valid --as c --out repeat.c\n"
      "         netioconf export corpora/scripts --as winetest --out netioconf.c");
  command.run([options](const reports::Invocation&) { return export_scripts(*options); });
}

}  // namespace netioconf::conformance::cli
