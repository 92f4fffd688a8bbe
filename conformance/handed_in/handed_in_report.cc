#include "conformance/handed_in/handed_in_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "corpora/files/files.h"
#include "reports/model/contradiction.h"
#include "reports/model/report.h"
#include "reports/stored/json.h"
#include "reports/stored/read.h"
#include "reports/summary/report_parts.h"
#include "reports/words/escape.h"

namespace netioconf::conformance::handed_in {
namespace {

namespace fs = std::filesystem;
using reports::words::about_file;

// So that the repository stays small.
constexpr std::uintmax_t file_size_max = 300'000;

// The number of the first line in which two texts differ.
std::ptrdiff_t first_different_line(const std::string& one, const std::string& other) {
  const auto end = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first;
  return std::count(one.begin(), end, '\n') + 1;
}

// The rule or question that this program does not have; empty if there is none.
std::string unknown_word(const reports::Report& report) {
  reports::Report own;
  reports::add_catalogue(own);
  for (const reports::RuleWords& rule : report.rules()) {
    if (reports::find_rule_words(own, rule.id()) == nullptr) return "rule " + rule.id();
  }
  for (const reports::QuestionWords& question : report.questions()) {
    if (reports::find_question_words(own, question.id()) == nullptr) return "reading " + question.id();
  }
  return "";
}

// The indented lines of a README that begin with the command.
std::vector<std::string> commands_in(const std::string& readme) {
  constexpr std::string_view indent = "    ";
  std::vector<std::string> commands;
  std::istringstream lines{readme};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(std::string{indent} + "netioconf "))
      commands.push_back(line.substr(indent.size()));
  }
  return commands;
}

std::string problem_with_readme(const fs::path& folder, const reports::Report& report) {
  const fs::path path = folder / "README.md";
  const auto readme = corpora::files::read_file(path);
  if (!readme) return corpora::files::describe(readme.error());
  const std::vector<std::string> commands = commands_in(*readme);
  if (commands.size() == 1 && commands.front() == report.command()) return "";
  return about_file(path.string(),
                    fmt::format("it must contain one command in an indented line, that of the "
                                "report (write \"    {}\")",
                                report.command()));
}

bool is_report_name(const fs::path& file) {
  return file.filename() == "report.json" || file.filename() == "report.json.gz";
}

}  // namespace

std::expected<HandedInReport, std::string> read_handed_in(const fs::path& folder) {
  HandedInReport handed_in{.folder = folder, .file = reports::stored::report_path(folder)};
  const auto text = reports::stored::read_text(handed_in.file);
  if (!text) return std::unexpected(text.error());
  std::error_code ignored;
  if (fs::file_size(handed_in.file, ignored) > file_size_max) {
    return std::unexpected(
        about_file(handed_in.file.string(),
                   fmt::format("more than {} octets (netioconf matrix --check {} --update makes it "
                               "small)",
                               file_size_max, folder.string())));
  }
  auto report = reports::stored::parse_report(*text, handed_in.file.string());
  if (!report) return std::unexpected(report.error());
  handed_in.report = *std::move(report);
  if (!reports::stored::is_as_written(*text, handed_in.report)) {
    const std::string written = reports::stored::json_text(handed_in.report);
    return std::unexpected(about_file(
        fmt::format("{}:{}", handed_in.file.string(), first_different_line(*text, written)),
        fmt::format("not as this netioconf writes it (netioconf matrix --check {} --update does)",
                    folder.string())));
  }
  if (const std::string unknown = unknown_word(handed_in.report); !unknown.empty()) {
    return std::unexpected(
        about_file(handed_in.file.string(),
                   fmt::format("judged by catalogue {}: this netioconf has no {} (judge it again)",
                               handed_in.report.catalogue(), unknown)));
  }
  if (const std::string wrong = reports::contradiction_in(handed_in.report); !wrong.empty())
    return std::unexpected(about_file(handed_in.file.string(), wrong));
  const std::string wrong = problem_with_readme(folder, handed_in.report);
  if (!wrong.empty()) return std::unexpected(wrong);
  return handed_in;
}

std::expected<fs::path, std::string> folder_named(const fs::path& named) {
  std::error_code ignored;
  if (fs::is_directory(named, ignored)) return named;
  if (is_report_name(named)) return named.has_parent_path() ? named.parent_path() : fs::path{"."};
  return std::unexpected(about_file(
      named.string(), "no report that is handed in (name a folder, report.json or report.json.gz)"));
}

std::expected<std::vector<fs::path>, std::string> folders_with_reports(const fs::path& place) {
  const auto files = corpora::files::files_below(place);
  if (!files) return std::unexpected(corpora::files::describe(files.error()));
  std::set<fs::path> folders;
  for (const fs::path& file : *files) {
    if (is_report_name(file)) folders.insert(file.parent_path());
  }
  return std::vector<fs::path>{folders.begin(), folders.end()};
}

}  // namespace netioconf::conformance::handed_in
