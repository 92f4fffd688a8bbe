#include "conformance/implementations/process/commands/spawn.h"

#include <fmt/format.h>
#include <linux/close_range.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace netioconf::conformance::implementations::process::commands {
namespace {

// The program must not inherit ignored or blocked signals.
void hear_every_signal() {
  for (const int number : {SIGPIPE, SIGXFSZ}) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

// `failure` gets the errno if the program cannot be executed.
[[noreturn]] void execute(const child::ChildEnds& ends, const Descriptor& failure, char* const* words) {
  dup2(ends.in, STDIN_FILENO);
  dup2(ends.out, STDOUT_FILENO);
  dup2(ends.error, STDERR_FILENO);
  syscall(SYS_close_range, STDERR_FILENO + 1U, ~0U, CLOSE_RANGE_CLOEXEC);
  hear_every_signal();
  execvp(words[0], words);
  const int error = errno;
  (void)!write(failure.number(), &error, sizeof error);
  _exit(127);
}

// Waits until the program runs; 0, or the errno of the failure.
int failure_of(const Descriptor& failure) {
  int error = 0;
  ssize_t count = 0;
  do {
    count = read(failure.number(), &error, sizeof error);
  } while (count < 0 && errno == EINTR);
  return count == sizeof error ? error : 0;
}

}  // namespace

std::expected<child::PipedProcess, std::string> spawn(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  auto failure = child::make_pipe();
  if (!failure) return std::unexpected(fmt::format("cannot create a pipe: {}", strerrordesc_np(errno)));
  auto process = child::start_piped(
      [&](const child::ChildEnds& ends) { execute(ends, failure->write, arguments.data()); });
  if (!process) return process;
  failure->write = Descriptor{};
  if (const int error = failure_of(failure->read); error != 0) {
    return std::unexpected(fmt::format("{}: cannot be started: {}", words[0], strerrordesc_np(error)));
  }
  return process;
}

}  // namespace netioconf::conformance::implementations::process::commands
