#include "fuzz/campaign/target.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <system_error>

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;

void send_output_to(const fs::path& log) {
  const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(file < 0 ? nothing : file, STDOUT_FILENO);
  dup2(file < 0 ? nothing : file, STDERR_FILENO);
}

// The reading end of a pipe that is closed when this process, which has the only writing end, dies. -1
// if there is no pipe.
int pipe_to_this_process() {
  static const int reading_end = [] {
    std::array<int, 2> ends{-1, -1};
    return pipe2(ends.data(), O_CLOEXEC) == 0 ? ends[0] : -1;
  }();
  return reading_end;
}

// When an engine prunes, it works in a grandchild that a shell starts. So the kernel kills the whole
// group: it sends a signal to the group when the pipe is closed.
void die_with_the_campaign(int reading_end) {
  const int own = open(fmt::format("/proc/self/fd/{}", reading_end).c_str(), O_RDONLY | O_NONBLOCK);
  if (own < 0) return;
  fcntl(own, F_SETOWN, -getpgrp());
  fcntl(own, F_SETSIG, SIGKILL);
  fcntl(own, F_SETFL, O_NONBLOCK | O_ASYNC);
}

// Runs in the child.
void become(const TargetRun& run) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) signal(number, SIG_DFL);
  send_output_to(run.log);
  die_with_the_campaign(pipe_to_this_process());
  for (const auto& [name, value] : run.environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<std::string> words = {run.program.string()};
  words.insert(words.end(), run.arguments.begin(), run.arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  execv(run.program.c_str(), pointers.data());
  _exit(127);
}

}  // namespace

std::expected<fs::path, std::string> find_target() {
  std::error_code error;
  const fs::path own = fs::read_symlink("/proc/self/exe", error);
  const fs::path target = own.parent_path() / "library_fuzzer";
  if (access(target.c_str(), X_OK) == 0) return target;
  return std::unexpected(
      fmt::format("{} is missing: a campaign needs a fuzzing engine (run ci/setup && ci/build release "
                  "build/release campaigns, then build/release/netioconf campaign)",
                  target.string()));
}

std::optional<conformance::implementations::child::Process> start(const TargetRun& run) {
  (void)pipe_to_this_process();  // Created before the child, so that both have it.
  return conformance::implementations::child::Process::start(
      conformance::implementations::child::Process::Group::own, [&run] { become(run); });
}

std::uint64_t number_after(const std::string& log, std::string_view words) {
  std::uint64_t number = 0;
  const std::size_t place = log.rfind(words);
  if (place == std::string::npos) return number;
  const std::size_t begin = log.find_first_not_of(' ', place + words.size());
  if (begin == std::string::npos) return number;
  std::from_chars(log.data() + begin, log.data() + log.size(), number);
  return number;
}

std::uint64_t features_in(const fs::path& log) {
  std::ifstream file(log, std::ios::binary | std::ios::ate);
  if (!file) return 0;
  constexpr std::streamoff enough = 4096;
  const std::streamoff size = file.tellg();
  file.seekg(std::max<std::streamoff>(0, size - enough));
  const std::string end{std::istreambuf_iterator<char>(file), {}};
  return number_after(end, " ft: ");
}

}  // namespace netioconf::fuzz::campaign
