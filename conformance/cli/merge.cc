#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/known/find_known_list.h"
#include "conformance/merge/layout.h"
#include "conformance/merge/relocate.h"
#include "conformance/merge/write_merged.h"
#include "reports/document/of_report.h"
#include "reports/merge/merged.h"
#include "reports/model/exit_status.h"
#include "reports/words/phrases.h"
#include "reports/writers/formats.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::cli {
namespace {

namespace fs = std::filesystem;
using reports::could_not_run;

struct MergeOptions {
  std::vector<fs::path> folders;
  fs::path out;
  reports::writers::SourceRoot source_root;
  reports::writers::TextStyle style;
};

// The parts of another merge would remain in the folder.
bool would_mix(const MergeOptions& options) {
  const auto is_out = [&](const fs::path& folder) {
    std::error_code ignored;
    return fs::equivalent(folder, options.out, ignored);
  };
  return merge::is_merged_folder(options.out) && std::ranges::none_of(options.folders, is_out);
}

// The merged folder whose inside the result would change; nullptr if there is none.
const fs::path* folder_around_out(const MergeOptions& options) {
  std::error_code ignored;
  const fs::path out = fs::weakly_canonical(options.out, ignored) / "";
  const auto around = [&](const fs::path& folder) {
    const fs::path inside = out.lexically_relative(fs::weakly_canonical(folder, ignored) / "");
    return !inside.empty() && inside != "." && *inside.begin() != "..";
  };
  const auto found = std::ranges::find_if(options.folders, around);
  return found == options.folders.end() ? nullptr : &*found;
}

std::string count_of(std::size_t count, const char* noun, const fs::path& folder) {
  return fmt::format("{} in {}", reports::words::count_text(count, noun), folder.string());
}

// What the merged folder has besides the report.
void add_unions(const merge::PartFolders& results, const fs::path& out,
                reports::document::Document& shown) {
  if (!results.scripts.empty())
    add_line(shown, "scripts",
             count_of(results.scripts.size(), "found script", out / merge::scripts_folder));
  if (!results.corpus.empty())
    add_line(shown, "corpus", count_of(results.corpus.size(), "input", out / merge::corpus_folder));
  if (results.traces.traces() != 0)
    add_line(shown, "traces", count_of(results.traces.traces(), "trace", out / merge::traces_folder));
}

// Parts that the other parts of their runs show to be missing.
std::size_t missing_parts(const reports::Report& report) {
  std::size_t count = 0;
  for (const reports::MergedRun& run : report.merged())
    count += static_cast<std::size_t>(run.missing_size());
  return count;
}

// A folder that does not exist may be that of a missing part. Any other one is a typing error.
std::expected<void, std::string> check_absent(const std::vector<std::string>& folders,
                                              const reports::Report& merged) {
  if (folders.size() > missing_parts(merged))
    return std::unexpected(folders.front() + ": no such folder (name folders that --out wrote)");
  for (const std::string& folder : folders)
    reports::say(folder + ": no such folder; it counts as a part that is missing");
  return {};
}

int publish(const reports::Report& report, reports::document::Document shown,
            const MergeOptions& options) {
  const auto status = reports::exit_status_of(report);
  const std::string why = report.too_little_size() == 0
                              ? "no part judged anything"
                              : fmt::format("{}", fmt::join(report.too_little(), "; "));
  add_line(shown, "report", options.out.string());
  return reports::writers::publish(
      {.source = [&] { return reports::writers::source_of(report); },
       .shown = std::move(shown),
       .status = status ? std::expected<int, std::string>{*status}
                        : std::unexpected(
                              fmt::format("{}: no verdict: {} (run what is missing, and merge again)",
                                          report.implementation(), why))},
      {.out = options.out, .source_root = options.source_root, .style = options.style});
}

int run_merge(const MergeOptions& options) {
  if (would_mix(options)) {
    return could_not_run(
        fmt::format("--out {}: holds another merged report (name it as a folder to merge too, or choose "
                    "another one)",
                    options.out.string()));
  }
  if (const fs::path* folder = folder_around_out(options)) {
    return could_not_run(fmt::format("--out {}: is in {}, which is merged (choose another folder)",
                                     options.out.string(), folder->string()));
  }
  const auto results = merge::read_folders(options.folders);
  if (!results) return could_not_run(results.error());
  const auto parts = reports::merge::parts_of(results->reports);
  if (!parts) return could_not_run(parts.error());
  const reports::Report merged =
      parts->reports.empty() ? reports::Report{} : reports::merge::merged(*parts, known::today());
  if (auto checked = check_absent(results->absent_folders, merged); !checked)
    return could_not_run(checked.error());
  for (const std::string& folder : results->empty_folders) reports::say(folder + ": is empty");
  for (const std::string& file : results->traces.cut_files()) reports::say(file);
  if (auto written = merge::write_folder(*results, *parts, options.out); !written)
    return could_not_run(written.error());
  reports::document::Document unions;
  if (parts->reports.empty()) {
    add_unions(*results, options.out, unions);
    if (unions.summary.empty()) return could_not_run("merge: the folders hold nothing (name others)");
    for (const auto& line : unions.summary) fmt::print("{}\n", line.line.text);
    return reports::exit_conforms;
  }
  const reports::Report report = merge::placed_in(options.out, merged, results->scripts);
  reports::document::Document shown = reports::document::document_of(report);
  add_unions(*results, options.out, shown);
  return publish(report, std::move(shown), options);
}

}  // namespace

void add_merge(Program& program) {
  Command command = program.subcommand("merge", "Make one report of those of several machines");
  auto options = std::make_shared<MergeOptions>();
  command
      .path("DIR", options->folders,
            "a folder that --out of check, sweep, campaign, replay or merge wrote, a folder with "
            "recordings, "
            "or a corpus; a run that was killed counts too")
      .required();
  command
      .path("--out", options->out,
            "folder for " + reports::writers::file_names() +
                ", and for the scripts, the corpus and the traces of all folders")
      .required()
      .decides(Decides::output);
  add_source_root(command, options->source_root);
  add_output_style(command, options->style);
  command.footer(
      "The order of the folders does not matter, and what is there twice counts once.\n"
      "Exit status: 0 conforms, 1 deviates, 2 could not run, or a part is missing or did not end.\n"
      "Example: netioconf merge out/1 out/2 out/3 --out out/all");
  command.run([options](const reports::Invocation&) { return run_merge(*options); });
}

}  // namespace netioconf::conformance::cli
