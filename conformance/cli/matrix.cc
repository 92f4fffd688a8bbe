#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "conformance/cli/command_line.h"
#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/execution/progress.h"
#include "conformance/handed_in/check_report.h"
#include "conformance/handed_in/handed_in_report.h"
#include "conformance/implementations/library/supervision/supervise.h"
#include "reports/document/of_matrix.h"
#include "reports/matrix/matrix.h"
#include "reports/model/exit_status.h"
#include "reports/stored/read.h"
#include "reports/words/replay.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::cli {
namespace {

namespace fs = std::filesystem;

struct MatrixOptions {
  std::vector<fs::path> places;  // reports, or folders that contain them
  bool check = false;
  bool update = false;
  reports::writers::Destination destination;
};

// The folders or files of the reports. The error is one line.
std::expected<std::vector<fs::path>, std::string> reports_at(const std::vector<fs::path>& places) {
  std::vector<fs::path> reports;
  for (const fs::path& place : places) {
    std::error_code ignored;
    if (!fs::is_directory(place, ignored)) {
      reports.push_back(place);
      continue;
    }
    const auto below = handed_in::folders_with_reports(place);
    if (!below) return std::unexpected(below.error());
    if (below->empty())
      return std::unexpected(place.string() +
                             ": no report.json in it (netioconf check --out DIR writes one)");
    reports.insert(reports.end(), below->begin(), below->end());
  }
  return reports;
}

int show_matrix(const MatrixOptions& options, const std::vector<fs::path>& places,
                const reports::Invocation& invocation) {
  std::vector<reports::diff::NamedReport> all;
  for (const fs::path& place : places) {
    auto report = reports::stored::read_report(place);
    if (!report) return reports::could_not_run(report.error());
    all.push_back({reports::stored::report_path(place).string(), *std::move(report)});
  }
  all = reports::matrix::in_order(std::move(all));
  const reports::Matrix matrix =
      reports::matrix::matrix_of(all, reports::words::command_line(invocation));
  return reports::writers::publish({.source = [&] { return reports::writers::source_of(matrix, all); },
                                    .shown = reports::document::document_of(matrix),
                                    .status = reports::exit_conforms},
                                   options.destination);
}

// Runs a command in a copy of this process.
void run_netioconf(const std::vector<std::string>& arguments, const fs::path& printed) {
  (void)implementations::library::supervision::supervise(
      std::chrono::hours{1}, [&](const implementations::library::supervision::Beat&) {
        for (std::FILE* stream : {stdout, stderr})
          if (std::freopen(printed.c_str(), "a", stream) == nullptr) return reports::exit_could_not_run;
        std::vector<const char*> words{"netioconf"};
        for (const std::string& argument : arguments) words.push_back(argument.c_str());
        return run_command_line(static_cast<int>(words.size()), words.data());
      });
}

int check_reports(const std::vector<fs::path>& places, bool update) {
  using handed_in::CheckResult;
  static constexpr std::array<const char*, 3> words{"REPRODUCED", "NOT RUN", "WRONG"};
  std::array<std::size_t, 3> counts{};
  execution::Progress progress{"reports", places.size()};
  std::uint64_t done = 0;
  for (const fs::path& named : places) {
    const auto place = handed_in::folder_named(named);
    if (!place) return reports::could_not_run(place.error());
    const auto checked = update ? handed_in::update_report(*place, run_netioconf)
                                : handed_in::check_report(*place, run_netioconf);
    const auto result = static_cast<std::size_t>(checked.result);
    ++counts[result];
    progress.hide();
    fmt::print("{:<10} {}\n", words[result], checked.words);
    progress.show(++done);
  }
  fmt::print("{} of {} reproduced, {} not run here, {} wrong\n", counts[0], places.size(), counts[1],
             counts[2]);
  return counts[2] == 0 ? reports::exit_conforms : reports::exit_deviates;
}

int matrix(const MatrixOptions& options, const reports::Invocation& invocation) {
  const auto places = reports_at(options.places);
  if (!places) return reports::could_not_run(places.error());
  return options.check ? check_reports(*places, options.update)
                       : show_matrix(options, *places, invocation);
}

}  // namespace

void add_matrix(Program& program) {
  Command command =
      program.subcommand("matrix", "Show many reports beside each other: rules, readings, versions");
  auto options = std::make_shared<MatrixOptions>();
  command
      .path("REPORT", options->places,
            "a report.json, also compressed as report.json.gz, or a folder: each one below it")
      .required();
  const Option out = add_report_folder(command, options->destination.out);
  add_output_style(command, options->destination.style);
  Option check = command.flag(
      "--check", options->check,
      "check instead that each report is whole, and that its command gives the same result");
  check.excludes(out);
  command
      .flag("--update", options->update,
            "replace each report by what its command gives now, and make it small")
      .needs(check);
  command.footer(
      "Several versions of an implementation show its trend: rules gained and lost, readings changed.\n"
      "Exit status: 0 the reports were read, 2 one cannot be read. With --check: 0 no report is wrong,\n"
      "1 one is wrong, 2 could not run.\n"
      "corpora/reports is a folder of the source tree, and of share/netioconf in an installation.\n"
      "Example: netioconf matrix corpora/reports --out out/matrix\n"
      "         netioconf matrix out/6.1/report.json out/6.18/report.json\n"
      "         netioconf matrix --check corpora/reports");
  command.run([options](const reports::Invocation& invocation) { return matrix(*options, invocation); });
}

}  // namespace netioconf::conformance::cli
