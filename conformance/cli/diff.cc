#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/compare/comparison_run.h"
#include "conformance/export/reproducers.h"
#include "conformance/search/sweep/space.h"
#include "reports/diff/changes.h"
#include "reports/diff/comparison.h"
#include "reports/document/of_comparison.h"
#include "reports/model/exit_status.h"
#include "reports/stored/read.h"
#include "reports/words/replay.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::cli {
namespace {

namespace fs = std::filesystem;

int status_of(bool fails) { return fails ? reports::exit_deviates : reports::exit_conforms; }

// The report.json that an argument names: the file, or the one in the folder. Empty: it names none.
fs::path report_at(const fs::path& place) {
  std::error_code ignored;
  const fs::path inside = place / "report.json";
  if (fs::is_regular_file(inside, ignored)) return inside;
  return place.extension() == ".json" ? place : fs::path{};
}

int compare_reports(const compare::DiffOptions& options, const fs::path& before, const fs::path& after) {
  const auto old = reports::stored::read_report(before);
  if (!old) return reports::could_not_run(old.error());
  const auto now = reports::stored::read_report(after);
  if (!now) return reports::could_not_run(now.error());
  const reports::Changes changes = reports::diff::changes_between(
      {before.string(), *old}, {after.string(), *now}, reports::words::command_line(options.invocation));
  return reports::writers::publish(
      {.source = [&] { return reports::writers::source_of(changes, *old, *now); },
       .shown = reports::document::document_of(changes),
       .status = status_of(reports::diff::is_worse(changes))},
      options.destination);
}

int compare_implementations(const compare::DiffOptions& options, const std::vector<std::string>& names) {
  if (names.size() < 2) {
    return reports::could_not_run("diff: it needs two implementations or two reports, but got " +
                                  (names.empty() ? "none" : "only " + names.front()) +
                                  " (see the examples in netioconf diff --help)");
  }
  const auto comparison = compare::compare(options, names);
  if (!comparison) return reports::could_not_run(comparison.error());
  if (comparison->outcome() == reports::Agreement::empty) {
    const auto& left_out = comparison->left_out();
    return reports::could_not_run("diff: nothing was compared" +
                                  (left_out.empty() ? "" : " (" + left_out.at(0).why() + ")"));
  }
  return reports::writers::publish(
      {.source = [&] { return reports::writers::source_of(exporting::with_reproducers(*comparison)); },
       .shown = reports::document::document_of(*comparison),
       .status = status_of(reports::diff::differences_count(*comparison) != 0)},
      options.destination);
}

int diff(const compare::DiffOptions& options, const std::vector<std::string>& places) {
  std::vector<fs::path> reports;
  for (const std::string& place : places) {
    if (const fs::path report = report_at(place); !report.empty()) reports.push_back(report);
  }
  std::vector<std::string> names = options.implementations;
  names.insert(names.end(), places.begin(), places.end());
  for (const std::string& place : places) {
    std::error_code ignored;
    const bool is_something = fs::exists(place, ignored) || implementations::parse_name(place);
    if (!is_something) return reports::could_not_run(place + ": no such file or folder");
  }
  if (reports.empty()) return compare_implementations(options, names);
  if (reports.size() == 2 && names.size() == 2)
    return compare_reports(options, reports.front(), reports.back());
  return reports::could_not_run(reports.front().string() +
                                ": a report can be compared with one other report only (netioconf diff "
                                "old/report.json new/report.json)");
}

}  // namespace

void add_diff(Program& program) {
  Command command =
      program.subcommand("diff", "Compare implementations, or a report with an earlier one");
  auto options = std::make_shared<compare::DiffOptions>();
  auto places = std::make_shared<std::vector<std::string>>();
  command
      .text("--implementation", options->implementations,
            "an implementation as for check, or a folder of recorded traces; give two or more")
      .decides(Decides::verdicts);
  command.text("PLACE", *places,
               "two reports, the earlier first (report.json or the folder that --out wrote), or "
               "folders of recorded traces");
  const Option scripts = add_script_paths(command, options->scripts);
  add_profile(command, options->profile);
  command.duration("--budget", options->budget, "for the sweep after the committed scripts (10s)")
      .excludes(scripts);
  command.number("--depth", options->depth, {1, search::sweep::depth_max}, "depth of the sweep (1)");
  add_jobs(command, options->jobs, ", if all are emulated or recordings (one for each core)");
  add_time_limit(command, options->time_limit);
  add_keep_going(command, options->keep_going);
  command
      .text(
          "--known", [options](const std::string&) { options->without_known = true; },
          "none: do not use the committed lists of known deviations")
      .one_of({"none"})
      .decides(Decides::verdicts);
  add_output_style(command, options->destination.style);
  add_report_folder(command, options->destination.out, ", and for the script of each difference");
  add_source_root(command, options->destination.source_root);
  add_format(command, options->destination.for_github);
  command.footer(
      "Exit status: 0 no difference, 1 differences, 2 could not run, 129, 130 or 143 interrupted. Of "
      "two\n"
      "reports: 0 deviations only disappeared or are known, 1 a deviation was added or changed for the\n"
      "worse or a function was lost, 2 could not run.\n"
      "Example: netioconf diff --implementation emulated --implementation linux --out out\n"
      "         netioconf diff --implementation library:./libfake.so --implementation out/traces\n"
      "         netioconf diff old/report.json new/report.json --format github");
  command.run([options, places](const reports::Invocation& invocation) {
    options->invocation = invocation;
    return diff(*options, *places);
  });
}

}  // namespace netioconf::conformance::cli
