#include <sys/utsname.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "conformance/cli/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/execution/implementation.h"
#include "conformance/execution/progress.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/text/loader.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

struct RecordOptions {
  std::string implementation;
  std::vector<std::filesystem::path> scripts;  // empty: the committed ones
  std::filesystem::path out;
  std::string date;  // that the traces get; empty: none
};

// "Linux 6.1.0 x86_64"
std::string system_name() {
  utsname name{};
  if (uname(&name) != 0) return "unknown";
  return fmt::format("{} {} {}", name.sysname, name.release, name.machine);
}

// Writes a trace for each script: OUT/<rule>/<idea>.trace.textproto.
int record(const RecordOptions& options) {
  std::vector<std::filesystem::path> paths = options.scripts;
  if (paths.empty()) paths.push_back(repository::committed_scripts());
  const auto scripts = corpora::text::load_scripts(paths);
  if (!scripts) return reports::could_not_run(scripts.error().message);
  // The implementation runs in a child, so that a trace can end with a crash.
  auto implementation = execution::make_implementation(options.implementation,
                                                       {.isolation = implementations::Isolation::child});
  if (!implementation) return reports::could_not_run(implementation.error());
  const std::string system = (*implementation)->system();
  execution::Progress progress{"scripts", scripts->size()};
  std::uint64_t done = 0;
  std::size_t steps = 0;
  std::string skipped;
  for (const corpora::text::LoadedScript& script : *scripts) {
    const corpora::codec::Recording recording{.implementation = options.implementation,
                                              .system = system.empty() ? system_name() : system,
                                              .recorded = options.date,
                                              .trace = (*implementation)->observe(script.script)};
    steps += recording.trace.steps.size();
    if (!recording.trace.skipped.empty()) skipped = " (" + recording.trace.skipped + ")";
    const auto written =
        corpora::text::write_trace(options.out / (script.script.name + ".trace.textproto"), recording);
    if (!written) return reports::could_not_run(written.error().message);
    progress.show(++done);
  }
  if (steps == 0) {
    return reports::could_not_run(
        fmt::format("{}: no step was executed{}", options.implementation, skipped));
  }
  fmt::print("{} {} in {}\n", done, done == 1 ? "trace" : "traces", options.out.string());
  return reports::exit_conforms;
}

}  // namespace

void add_record(Program& program) {
  Command command = program.subcommand("record", "Run scripts and write the traces");
  auto options = std::make_shared<RecordOptions>();
  add_implementation(command, options->implementation);
  add_script_paths(command, options->scripts);
  command.path("--out", options->out, "folder for the traces").required().decides(Decides::output);
  command.text("--date", options->date, "date that the traces get");
  command.footer("Example: netioconf record --implementation emulated:windows --out out/traces");
  command.run([options](const reports::Invocation&) { return record(*options); });
}

}  // namespace netioconf::conformance::cli
