#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/cli/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/compare/since.h"
#include "conformance/known/find_known_list.h"
#include "conformance/search/publish.h"
#include "conformance/search/run.h"
#include "reports/model/exit_status.h"
#include "reports/writers/text.h"

namespace netioconf::conformance::cli {
namespace {

struct JudgeOptions {
  std::vector<std::filesystem::path> traces;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::filesystem::path known;  // as for check
  std::optional<std::filesystem::path> out;
  std::optional<std::filesystem::path> since;  // an earlier report.json, or its folder
};

// The implementation that all of the traces are from; empty if they are from several.
std::string recorded_implementation(const std::vector<corpora::text::LoadedTrace>& traces) {
  const std::string& first = traces.front().recording.implementation;
  const bool one = std::all_of(
      traces.begin(), traces.end(),
      [&](const corpora::text::LoadedTrace& trace) { return trace.recording.implementation == first; });
  return one ? first : "";
}

// Judges recorded traces as `check` judges a live run, with the committed list of the recorded
// implementation.
int judge(const JudgeOptions& options, const reports::Invocation& invocation) {
  const auto traces = corpora::text::load_traces(options.traces);
  if (!traces) return reports::could_not_run(traces.error().message);
  const auto known = known::read_known_list_named(options.known, recorded_implementation(*traces));
  if (!known) return reports::could_not_run(known.error());
  reports::Report report = search::judge_recorded(
      *traces, options.profile,
      search::report_before(traces->front().recording.implementation, options.profile, invocation));
  if (*known) report.known = reports::known::match(**known, report, known::today());
  std::string text;
  if (options.since) {
    auto changes = compare::changes_since(*options.since, report);
    if (!changes) return reports::could_not_run(changes.error());
    text = *std::move(changes);
  } else {
    text = reports::writers::text(report);
  }
  return search::publish(report, options.out, std::move(text),
                         "judge: the traces contain no executed step (record them again)");
}

}  // namespace

void add_judge(Program& program) {
  Command command = program.subcommand("judge", "Judge recorded traces");
  auto options = std::make_shared<JudgeOptions>();
  command.path("TRACE", options->traces, "a trace or a folder of traces").required();
  add_profile(command, options->profile);
  command
      .path("--known", options->known,
            "list of known deviations; none: no list (the committed list of the recorded "
            "implementation)")
      .decides(Decides::verdicts);
  add_report_folder(command, options->out);
  command
      .path("--since", options->since,
            "an earlier report.json: show which verdicts changed, and which rule changed them")
      .decides(Decides::output);
  command.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf judge out/traces --profile windows\n"
      "         netioconf judge out/traces --since out/last/report.json");
  command.run([options](const reports::Invocation& invocation) { return judge(*options, invocation); });
}

}  // namespace netioconf::conformance::cli
