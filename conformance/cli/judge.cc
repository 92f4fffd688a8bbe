#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/known/find_known_list.h"
#include "conformance/known/running_version.h"
#include "conformance/search/blocks/threads.h"
#include "conformance/search/publish.h"
#include "conformance/search/recorded/judge_recorded.h"
#include "conformance/search/run.h"
#include "conformance/search/unfinished.h"
#include "reports/diff/changes.h"
#include "reports/document/of_comparison.h"
#include "reports/document/of_report.h"
#include "reports/model/exit_status.h"
#include "reports/stored/read.h"
#include "reports/writers/formats.h"

namespace netioconf::conformance::cli {
namespace {

struct JudgeOptions {
  std::vector<std::filesystem::path> traces;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::filesystem::path known;  // as for check
  std::string implementation_version;
  reports::writers::Destination destination;
  unsigned jobs = 0;                           // threads; 0: one for each core
  std::optional<std::filesystem::path> since;  // an earlier report.json, or its folder
};

// As `netioconf diff` compares the earlier report and this one.
reports::Changes changes_since(const std::filesystem::path& path, const reports::Report& earlier,
                               const reports::Report& now) {
  const std::string before = reports::stored::report_path(path).string();
  return reports::diff::changes_between({before, earlier}, {"this run", now}, now.command());
}

// Judges recorded traces as `check` judges a live run, with the committed list of the recorded
// implementation.
int judge(const JudgeOptions& options, const reports::Invocation& invocation) {
  // Files that are named are read first, because judging can take minutes.
  std::expected<std::optional<reports::known::Known>, std::string> known;
  if (!options.known.empty()) known = known::read_known_list_named(options.known, "");
  if (!known) return reports::could_not_run(known.error());
  std::expected<reports::Report, std::string> earlier;
  if (options.since) earlier = reports::stored::read_report(*options.since);
  if (!earlier) return reports::could_not_run(earlier.error());
  auto judged = search::recorded::judge_recorded(
      options.traces,
      {.profile = options.profile,
       .out = options.destination.out,
       .threads = search::blocks::threads_for(options.jobs)},
      reports::Summary{search::report_before("", options.profile, invocation), invocation});
  if (!judged) return reports::could_not_run(judged.error());
  if (options.known.empty()) known = known::read_committed_known_list(judged->implementation);
  if (!known) return reports::could_not_run(known.error());
  reports::Report& report = judged->report;
  const std::string version = known::recorded_version(judged->implementation, judged->system);
  report.set_implementation_version(
      options.implementation_version.empty() ? version : options.implementation_version);
  const auto about = known::about_running(*known, version);
  if (about) reports::known::match(*about, report, known::today());
  search::note_interruption(report);
  std::optional<reports::Changes> since;
  if (options.since) since = changes_since(*options.since, *earlier, report);
  if (report.outcome() == reports::Outcome::empty && !judged->cut_files.empty())
    return reports::could_not_run(judged->cut_files.front().why);
  for (const corpora::text::CutFile& file : judged->cut_files) reports::say(file.why);
  const int status = search::publish(
      report, options.destination,
      {.shown = since ? reports::document::document_of(*since) : reports::document::document_of(report),
       .nothing_judged = report.steps().undecided() != 0
                             ? fmt::format("judge: every step is undecided ({})",
                                           search::place_of_reasons(options.destination.style))
                             : "judge: the traces contain no executed step (record them again)",
       .since = since ? &*since : nullptr});
  const bool all_readable = std::ranges::all_of(judged->cut_files, &corpora::text::CutFile::is_readable);
  return all_readable ? status : reports::exit_could_not_run;
}

}  // namespace

void add_judge(Program& program) {
  Command command = program.subcommand("judge", "Judge recorded traces");
  auto options = std::make_shared<JudgeOptions>();
  command
      .path("TRACE", options->traces,
            "a trace, a file of many (FILE.traces, FILE.traces.gz), or a folder of them")
      .required();
  add_profile(command, options->profile);
  add_implementation_version(command, options->implementation_version);
  add_jobs(command, options->jobs, " (one for each core); the report does not depend on their number");
  add_output_style(command, options->destination.style);
  command
      .path("--known", options->known,
            "list of known deviations; none: no list (the committed list of the recorded "
            "implementation)")
      .decides(Decides::verdicts);
  add_report_folder(command, options->destination.out,
                    ", and for each script that deviates and is in no file");
  add_source_root(command, options->destination.source_root);
  command
      .path(
          "--since", options->since,
          "an earlier report.json: show what changed, as netioconf diff does; results.sarif says it too")
      .decides(Decides::output);
  command.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run, or could not read one of the traces,\n"
      "129, 130 or 143 interrupted.\n"
      "Example: netioconf judge out/traces --profile windows\n"
      "         netioconf judge out/sweep.traces.gz --profile windows --out out/judged\n"
      "         netioconf judge out/traces --since out/last/report.json");
  command.run([options](const reports::Invocation& invocation) { return judge(*options, invocation); });
}

}  // namespace netioconf::conformance::cli
