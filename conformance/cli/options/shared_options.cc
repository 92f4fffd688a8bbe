#include "conformance/cli/options/shared_options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "conformance/implementations/kinds.h"
#include "reports/writers/formats.h"

namespace netioconf::conformance::cli::options {
namespace {

using reports::writers::Verbosity;

bool is_terminal() { return isatty(STDOUT_FILENO) == 1; }

// https://no-color.org: colour is off if the variable is there and not empty.
bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool is_off = no_color != nullptr && *no_color != 0;
  return is_terminal() && !is_off && terminal != nullptr && std::string_view{terminal} != "dumb";
}

// The user's COLUMNS comes before the terminal's own width, as in POSIX (Base Definitions, 8.3).
std::size_t terminal_columns() {
  const char* const given = std::getenv("COLUMNS");
  std::size_t columns = 0;
  if (given != nullptr) std::from_chars(given, given + std::strlen(given), columns);
  if (columns != 0) return columns;
  winsize size{};
  return is_terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

void add_profile(Command& command, oracle::readings::Profile& profile) {
  command
      .text(
          "--profile",
          [&profile](const std::string& name) { profile = *oracle::readings::find_profile(name); },
          "documented: only answers that the pages allow; windows: what Windows is known to do")
      .one_of({"documented", "windows"})
      .decides(Decides::verdicts);
}

Option add_implementation(Command& command, std::string& implementation) {
  return command.text("--implementation", implementation, implementations::kinds_help())
      .required()
      .decides(Decides::verdicts);
}

void add_known(Command& command, std::filesystem::path& known) {
  command
      .path("--known", known,
            "list of known deviations; none: no list (the committed list of an implementation "
            "of this project)")
      .decides(Decides::verdicts);
}

void add_implementation_version(Command& command, std::string& version) {
  command
      .text("--implementation-version", version,
            "version of the implementation, for a matrix of several (that of the kernel or of Wine, "
            "else unknown)")
      .decides(Decides::output);
}

void add_isolate(Command& command, bool& isolate) {
  command
      .flag("--isolate", isolate, "call the implementation in a child process, which may crash or hang")
      .decides(Decides::verdicts);
}

void add_keep_going(Command& command, bool& keep_going) {
  command
      .flag("--keep-going", keep_going,
            "go on with a call that ended a child or testee five times in the same way")
      .decides(Decides::verdicts);
}

void add_time_limit(Command& command, std::chrono::milliseconds& time_limit, const std::string& words) {
  command.duration("--time-limit", time_limit, words).decides(Decides::verdicts);
}

Option add_report_folder(Command& command, std::optional<std::filesystem::path>& out,
                         const std::string& more) {
  return command.folder("--out", out, "folder for " + reports::writers::file_names() + more);
}

void add_source_root(Command& command, reports::writers::SourceRoot& root) {
  std::error_code ignored;
  const std::filesystem::path current = std::filesystem::current_path(ignored);
  root = {.folder = current, .current = current};
  command
      .existing_folder("--source-root", root.folder,
                       "the repository that locations in results.sarif are relative to (the current "
                       "folder)")
      .decides(Decides::output);
}

Option add_shard(Command& command, search::shard::Shard& shard, const std::string& of_what) {
  return command
      .text(
          "--shard", [&shard](const std::string& text) { shard = *search::shard::read_shard(text); },
          "I/N: only the I-th of N parts of " + of_what + ", for several machines")
      .checked([](const std::string& text) {
        const auto read = search::shard::read_shard(text);
        return read ? "" : read.error();
      });
}

void add_jobs(Command& command, unsigned& jobs, const std::string& more) {
  command.number("--jobs", jobs, {1, 1024}, "threads" + more).decides(Decides::output);
}

Option add_script_paths(Command& command, std::vector<std::filesystem::path>& scripts) {
  return command.path("--scripts", scripts, "a script or a folder of scripts (the committed scripts)");
}

void add_format(Command& command, bool& for_github) {
  command
      .text(
          "--format", [&for_github](const std::string& format) { for_github = format == "github"; },
          "of standard output; github: annotations for a job on GitHub, which shows ten of each kind "
          "(text)")
      .one_of({"text", "github"})
      .decides(Decides::output);
}

void add_output_style(Command& command, reports::writers::TextStyle& style) {
  style = {.color = wants_color(), .columns = terminal_columns()};
  Option verbose = command.flag(
      "--verbose", [&style] { style.verbosity = Verbosity::verbose; },
      "also show readings, coverage and every reason");
  verbose.decides(Decides::output);
  command
      .flag(
          "--quiet", [&style] { style.verbosity = Verbosity::quiet; },
          "show only the verdict, in one line")
      .excludes(verbose)
      .decides(Decides::output);
  command
      .text(
          "--color",
          [&style](const std::string& when) {
            style.color = when == "always" || (when == "auto" && wants_color());
          },
          "when to use colour (auto)")
      .one_of({"auto", "always", "never"})
      .decides(Decides::output);
}

}  // namespace netioconf::conformance::cli::options
