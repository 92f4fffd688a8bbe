#include "conformance/merge/part_folders.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "conformance/merge/layout.h"
#include "conformance/merge/relocate.h"
#include "corpora/files/files.h"
#include "corpora/recording/trace_writer.h"
#include "reports/stored/read.h"
#include "reports/words/escape.h"

namespace netioconf::conformance::merge {
namespace {

namespace fs = std::filesystem;
using Taken = std::expected<void, std::string>;

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

// Sorted by name. None if the folder does not exist.
std::expected<std::vector<fs::path>, std::string> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  if (!is_folder(folder)) return entries;
  std::error_code error;
  fs::directory_iterator entry{folder, error};
  for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
    if (!entry->path().filename().string().starts_with('.')) entries.push_back(entry->path());
  }
  if (error) {
    return std::unexpected(fmt::format("{}: cannot be listed: {} (check its permissions)",
                                       reports::words::legible(folder.string()), error.message()));
  }
  std::ranges::sort(entries);
  return entries;
}

// Reads a folder. Each function takes what it finds.
class FolderReader {
 public:
  FolderReader(fs::path folder, PartFolders& results) : folder_{std::move(folder)}, results_{results} {}

  [[nodiscard]] Taken read() {
    const auto listed = entries_of(folder_);
    if (!listed) return std::unexpected(listed.error());
    const std::vector<fs::path>& entries = *listed;
    if (entries.empty()) results_.empty_folders.push_back(folder_.string());
    for (const auto take : {&FolderReader::take_scripts, &FolderReader::take_reports,
                            &FolderReader::take_corpus, &FolderReader::take_traces}) {
      if (auto taken = (this->*take)(); !taken) return taken;
    }
    if (has_results_ || entries.empty()) return {};
    if (std::ranges::all_of(entries, is_file)) return take_inputs(folder_, "");
    return std::unexpected(words() +
                           ": holds no report, no recording and no corpus (name a folder that --out of "
                           "check, sweep, campaign, replay or merge wrote)");
  }

 private:
  [[nodiscard]] std::string words() const { return reports::words::legible(folder_.string()); }

  [[nodiscard]] Taken take_report(const fs::path& file, reports::Report report) {
    if (report.merged_size() != 0) {
      return std::unexpected(fmt::format(
          "{}: is a merged report without the folder {} (name a folder that netioconf merge wrote)",
          reports::words::legible(file.string()), parts_folder));
    }
    if (reports::is_mutation_score(report)) {
      return std::unexpected(
          reports::words::legible(file.string()) +
          ": is a report on mutants (merge those of check, sweep, campaign or replay)");
    }
    results_.reports.push_back({file.string(), relocated(std::move(report), scripts_)});
    has_results_ = true;
    return {};
  }

  [[nodiscard]] Taken take_parts() {
    const auto files = entries_of(folder_ / parts_folder);
    if (!files) return std::unexpected(files.error());
    for (const fs::path& file : *files) {
      if (file.extension() != ".json") continue;
      auto report = reports::stored::read_report(file);
      if (!report) return std::unexpected(report.error());
      if (auto taken = take_report(file, *std::move(report)); !taken) return taken;
    }
    return {};
  }

  // The report beside the note of a run that has begun is of an earlier run, and so are the parts beside
  // a report that is not merged.
  [[nodiscard]] Taken take_reports() {
    for (const fs::path& file :
         {folder_ / reports::stored::unfinished_name, reports::stored::report_path(folder_)}) {
      if (!is_file(file)) continue;
      auto report = reports::stored::read_report(file);
      if (!report) return std::unexpected(report.error());
      const bool is_of_parts = report->merged_size() != 0 && is_folder(folder_ / parts_folder);
      return is_of_parts ? take_parts() : take_report(file, *std::move(report));
    }
    return take_parts();
  }

  [[nodiscard]] Taken take_scripts() {
    if (!is_folder(folder_ / scripts_folder)) return {};
    if (auto read = corpora::merge::add_scripts(folder_ / scripts_folder, scripts_); !read) return read;
    results_.scripts.insert(scripts_.begin(), scripts_.end());
    has_results_ = true;
    return {};
  }

  // A campaign that was killed has inputs that it had not examined yet.
  [[nodiscard]] Taken take_corpus() {
    if (auto taken = take_inputs(folder_ / corpus_folder, ""); !taken) return taken;
    return take_inputs(folder_ / "work" / "kept", ".binpb");
  }

  [[nodiscard]] Taken take_inputs(const fs::path& folder, std::string_view ending) {
    if (!is_folder(folder)) return {};
    has_results_ = true;
    return corpora::merge::add_corpus(folder, results_.corpus, ending);
  }

  [[nodiscard]] Taken take_traces() {
    for (const fs::path& folder : {folder_, folder_ / traces_folder}) {
      const auto files = entries_of(folder);
      if (!files) return std::unexpected(files.error());
      for (const fs::path& file : *files) {
        if (!corpora::recording::is_trace_file_name(file)) continue;
        has_results_ = true;
        if (auto read = results_.traces.add(file); !read) return read;
      }
    }
    return {};
  }

  fs::path folder_;
  PartFolders& results_;
  corpora::merge::FileSet scripts_;  // of this folder
  bool has_results_ = false;
};

}  // namespace

std::expected<PartFolders, std::string> read_folders(const std::vector<fs::path>& folders) {
  PartFolders results;
  for (const fs::path& folder : folders) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(folder, ignored))) {
      results.absent_folders.push_back(reports::words::legible(folder.string()));
      continue;
    }
    if (!is_folder(folder)) {
      return std::unexpected(reports::words::legible(folder.string()) +
                             ": not a folder (name folders that --out wrote)");
    }
    if (auto read = FolderReader{folder, results}.read(); !read) return std::unexpected(read.error());
  }
  return results;
}

}  // namespace netioconf::conformance::merge
