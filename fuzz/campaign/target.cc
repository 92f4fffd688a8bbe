#include "fuzz/campaign/target.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <system_error>

namespace netioconf::fuzz {
namespace {

namespace fs = std::filesystem;

void send_output_to(const fs::path& log) {
  const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(file < 0 ? nothing : file, STDOUT_FILENO);
  dup2(file < 0 ? nothing : file, STDERR_FILENO);
}

// Runs in the child.
void become(const TargetRun& run) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) signal(number, SIG_DFL);
  send_output_to(run.log);
  for (const auto& [name, value] : run.environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<std::string> words = {run.program.string()};
  words.insert(words.end(), run.arguments.begin(), run.arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  execv(run.program.c_str(), pointers.data());
  _exit(127);
}

// The number behind the last " name: " of the text.
std::uint64_t last_number(const std::string& text, const std::string& name) {
  const std::size_t place = text.rfind(" " + name + ": ");
  if (place == std::string::npos) return 0;
  const char* begin = text.data() + place + name.size() + 3;
  std::uint64_t number = 0;
  std::from_chars(begin, text.data() + text.size(), number);
  return number;
}

}  // namespace

std::expected<fs::path, std::string> find_target() {
  std::error_code error;
  const fs::path own = fs::read_symlink("/proc/self/exe", error);
  const fs::path target = own.parent_path() / "library_fuzzer";
  if (!NETIOCONF_HAS_ENGINE) {
    return std::unexpected(std::string{
        "this build has no fuzzing engine: a campaign needs clang and libprotobuf-mutator (run "
        "ci/setup, "
        "then cmake --preset release && cmake --build --preset release --target campaigns)"});
  }
  if (access(target.c_str(), X_OK) == 0) return target;
  return std::unexpected(fmt::format(
      "{}: not there (cmake --build --preset release --target campaigns builds it)", target.string()));
}

std::optional<conformance::Process> start(const TargetRun& run) {
  return conformance::Process::start(conformance::Process::Group::own, [&run] { become(run); });
}

EngineNumbers last_numbers(const fs::path& log) {
  std::ifstream file(log, std::ios::binary | std::ios::ate);
  if (!file) return {};
  constexpr std::streamoff enough = 4096;
  const std::streamoff size = file.tellg();
  file.seekg(std::max<std::streamoff>(0, size - enough));
  const std::string end{std::istreambuf_iterator<char>(file), {}};
  return {.features = last_number(end, "ft"), .corpus = last_number(end, "corp")};
}

}  // namespace netioconf::fuzz
