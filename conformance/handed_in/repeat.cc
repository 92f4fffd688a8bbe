#include "conformance/handed_in/repeat.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>
#include <string_view>
#include <utility>

#include "conformance/implementations/kinds.h"
#include "conformance/known/running_version.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "reports/known/version_range.h"
#include "reports/stored/read.h"

namespace netioconf::conformance::handed_in {
namespace {

namespace fs = std::filesystem;

using Arguments = std::vector<std::string>;

constexpr std::array<std::string_view, 8> harmless{"--implementation", "--profile",     "--scripts",
                                                   "--known",          "--strict",      "--only",
                                                   "--min-rules",      "--budget-calls"};

bool is_harmful(std::string_view argument) {
  return argument.starts_with('-') && std::ranges::find(harmless, argument) == harmless.end();
}

// Whether the command checks the implementation that the report names, and no other one.
bool checks_implementation_of(const reports::Report& report, const Arguments& arguments) {
  const auto option = std::ranges::find(arguments, "--implementation");
  return std::ranges::count(arguments, "--implementation") == 1 &&
         std::next(option) != arguments.end() && *std::next(option) == report.implementation();
}

// The words after the name of the program. The error says why they are not run.
std::expected<Arguments, NotRepeated> arguments_of(const reports::Report& report) {
  const std::string& command = report.command();
  const auto not_run = [&](std::string_view why) {
    return std::unexpected(NotRepeated{fmt::format("{} ({})", why, command), false});
  };
  if (command.find_first_of("'\"$\\") != std::string::npos) return not_run("its command needs a shell");
  std::istringstream words{command};
  Arguments arguments{std::istream_iterator<std::string>{words}, {}};
  if (!arguments.empty()) arguments.erase(arguments.begin());
  const bool judges = !arguments.empty() && arguments.front() == "judge";
  if (!judges && (arguments.empty() || arguments.front() != "check"))
    return not_run("only check and judge are repeated");
  if (std::ranges::any_of(arguments, is_harmful))
    return not_run("its command has other options than those that decide a verdict");
  if (!judges && !checks_implementation_of(report, arguments))
    return not_run("its command checks another implementation");
  const auto name = implementations::parse_name(report.implementation());
  if (!judges && !name) return std::unexpected(NotRepeated{name.error()});
  if (!judges && !implementations::known_list_name_of(report.implementation()))
    return not_run("the implementation is not part of this project");
  return arguments;
}

// Whether no machine lacks what the command needs.
bool always_runs(const reports::Report& report, const Arguments& arguments) {
  if (arguments.front() == "judge") return true;
  const auto name = implementations::parse_name(report.implementation());
  return name && (name->kind == "emulated" || name->kind == "mutant");
}

// Empty if the same version runs here; versions that differ in the third number are the same.
std::string other_version(const reports::Report& report) {
  using reports::known::short_version;
  const std::string& made_with = report.implementation_version();
  const std::string here = known::running_version(report.implementation());
  if (here.empty() || short_version(made_with) == short_version(here)) return "";
  return fmt::format("it is about version {}, and this is {}", made_with, here);
}

std::string last_line(const fs::path& printed) {
  std::string text = corpora::files::read_file(printed).value_or("");
  while (text.ends_with('\n')) text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

std::expected<reports::Report, NotRepeated> run_in(const fs::path& folder, Arguments arguments,
                                                   bool can_run_here, const RunNetioconf& run) {
  arguments.insert(arguments.end(), {"--out", (folder / "out").string()});
  run(arguments, folder / "printed");
  auto again = reports::stored::read_report(folder / "out");
  if (!again) return std::unexpected(NotRepeated{last_line(folder / "printed"), can_run_here});
  return *std::move(again);
}

}  // namespace

std::expected<reports::Report, NotRepeated> repeat(const reports::Report& report,
                                                   const RunNetioconf& run) {
  auto arguments = arguments_of(report);
  if (!arguments) return std::unexpected(arguments.error());
  if (const std::string other = other_version(report); !other.empty())
    return std::unexpected(NotRepeated{other, false});
  const auto folder = repository::new_temporary_folder();
  if (!folder) return std::unexpected(NotRepeated{folder.error()});
  const bool can_run_here = always_runs(report, *arguments);
  auto again = run_in(*folder, *std::move(arguments), can_run_here, run);
  std::error_code ignored;
  fs::remove_all(*folder, ignored);
  return again;
}

}  // namespace netioconf::conformance::handed_in
