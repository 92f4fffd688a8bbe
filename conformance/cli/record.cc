#include "conformance/cli/record.h"

#include <sys/utsname.h>

#include <algorithm>

#include "conformance/compare/since.h"
#include "conformance/execution/implementation.h"
#include "conformance/export/reproducers.h"
#include "conformance/known/known_list.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/run.h"
#include "reports/model/exit_status.h"
#include "reports/words/escape.h"
#include "reports/writers/text.h"
#include "reports/writers/write.h"

namespace netioconf::conformance::cli {
namespace {

// "Linux 6.1.0 x86_64"
std::string system_name() {
  utsname name{};
  if (uname(&name) != 0) return "unknown";
  return fmt::format("{} {} {}", name.sysname, name.release, name.machine);
}

// The implementation that all of the traces are from; empty if they are from several.
std::string recorded_implementation(const std::vector<corpora::text::LoadedTrace>& traces) {
  const std::string& first = traces.front().recording.implementation;
  const bool one = std::all_of(
      traces.begin(), traces.end(),
      [&](const corpora::text::LoadedTrace& trace) { return trace.recording.implementation == first; });
  return one ? first : "";
}

int exit_status_of(const reports::Report& report) {
  switch (reports::outcome_of(report)) {
    case reports::Outcome::conforms:
      return reports::exit_conforms;
    case reports::Outcome::deviates:
      return reports::exit_deviates;
    case reports::Outcome::empty:
      break;
  }
  return reports::could_not_run("judge: the traces contain no executed step (record them again)");
}

}  // namespace

int record(const RecordOptions& options) {
  std::vector<std::filesystem::path> paths = options.scripts;
  if (paths.empty()) paths.push_back(repository::committed_scripts());
  const auto scripts = corpora::text::load_scripts(paths);
  if (!scripts) return reports::could_not_run(scripts.error().message);
  // The implementation runs in a child, so that a trace can end with a crash.
  auto implementation = execution::make_implementation(options.implementation,
                                                       {.isolation = implementations::Isolation::child});
  if (!implementation) return reports::could_not_run(implementation.error());
  const std::string said = (*implementation)->system();
  const search::Progress progress = search::progress_on_terminal();
  std::size_t done = 0;
  std::size_t steps = 0;
  std::string skipped;
  for (const corpora::text::LoadedScript& script : *scripts) {
    const corpora::codec::Recording recording{.implementation = options.implementation,
                                              .system = said.empty() ? system_name() : said,
                                              .recorded = options.date,
                                              .trace = (*implementation)->observe(script.script)};
    steps += recording.trace.steps.size();
    if (!recording.trace.skipped.empty()) skipped = " (" + recording.trace.skipped + ")";
    const auto written =
        corpora::text::write_trace(options.out / (script.script.name + ".trace.textproto"), recording);
    if (!written) return reports::could_not_run(written.error().message);
    progress(++done, scripts->size());
  }
  if (steps == 0) {
    return reports::could_not_run(
        fmt::format("{}: no step was executed{}", options.implementation, skipped));
  }
  fmt::print("{} {} in {}\n", done, done == 1 ? "trace" : "traces", options.out.string());
  return reports::exit_conforms;
}

int judge(const JudgeOptions& options) {
  const auto traces = corpora::text::load_traces(options.traces);
  if (!traces) return reports::could_not_run(traces.error().message);
  reports::Report before;
  before.implementation = traces->front().recording.implementation;
  before.profile = options.profile;
  before.version = NETIOCONF_VERSION;
  before.program = options.program;
  before.command = reports::words::shell_word(options.program) + " judge";
  for (const auto& path : options.traces)
    before.command += " " + reports::words::shell_word(path.string());
  if (options.profile != oracle::readings::Profile::documented) {
    before.command += " --profile " + std::string(oracle::readings::name_of(options.profile));
  }
  if (!options.known.empty()) before.command += " --known " + reports::words::shell_word(options.known);
  const auto known = known::read_known_list_named(options.known, recorded_implementation(*traces));
  if (!known) return reports::could_not_run(known.error());
  reports::Report report = search::judge_recorded(*traces, options.profile, std::move(before));
  if (*known) report.known = reports::known::match(**known, report, known::today());
  if (!options.out.empty()) {
    const auto written =
        reports::writers::write_reports(exporting::with_reproducers(report), options.out);
    if (!written) return reports::could_not_run(written.error());
  }
  if (options.since.empty()) {
    fmt::print("{}", reports::writers::text(report));
  } else {
    const auto changes = compare::changes_since(options.since, report);
    if (!changes) return reports::could_not_run(changes.error());
    fmt::print("{}", *changes);
  }
  return exit_status_of(report);
}

}  // namespace netioconf::conformance::cli
