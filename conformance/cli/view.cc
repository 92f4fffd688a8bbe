#include <fmt/format.h>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "conformance/cli/subcommands.h"
#include "reports/model/exit_status.h"
#include "reports/words/escape.h"

namespace netioconf::conformance::cli {
namespace {

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool has_desktop() { return is_set("DISPLAY") || is_set("WAYLAND_DISPLAY"); }

// Runs xdg-open, which passes the page to a browser and ends. False: it is not installed or finds no
// browser.
bool open_on_desktop(std::string url) {
  std::string program = "xdg-open";
  char* const arguments[] = {program.data(), url.data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0) return false;
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// Prints the address of a report's page and opens it if there is a desktop. `place` is a folder that
// --out wrote, or a page.
int view(const std::filesystem::path& place) {
  std::error_code error;
  const bool is_folder = std::filesystem::is_directory(place, error);
  const std::filesystem::path page = is_folder ? place / "index.html" : place;
  if (page.extension() != ".html" || !std::filesystem::is_regular_file(page, error)) {
    const bool has_report = is_folder && std::filesystem::exists(place / "report.json", error);
    return reports::could_not_run(
        reports::words::legible(page.string()) +
        (has_report ? ": netioconf was built without Node.js when it wrote this report (install nodejs "
                      "and npm, build and write it again, or read summary.md)"
                    : ": it contains no report (netioconf check --out DIR writes one)"));
  }
  const std::filesystem::path absolute = std::filesystem::weakly_canonical(page, error);
  const std::string url = "file://" + reports::words::uri_path(absolute.string());
  fmt::print("{}\n", url);
  std::fflush(stdout);
  if (has_desktop() && !open_on_desktop(url)) {
    reports::say("xdg-open cannot open the page; open the address above in a browser");
  }
  return reports::exit_conforms;
}

}  // namespace

void add_view(Program& program) {
  Command command = program.subcommand("view", "Print the address of a report's page and open it");
  auto place = std::make_shared<std::filesystem::path>();
  command.path("DIR", *place, "a folder that --out wrote").required();
  command.footer("Exit status: 0 the report exists, 2 it does not.\nExample: netioconf view out/gate");
  command.run([place](const reports::Invocation&) { return view(*place); });
}

}  // namespace netioconf::conformance::cli
