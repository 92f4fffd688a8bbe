#include "conformance/implementations/process/commands/spawn.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/close_range.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace netioconf::conformance::implementations::process::commands {
namespace {

struct Pipe {
  Descriptor read;
  Descriptor write;
};

// Moves a descriptor above the three numbers that the program uses for its own ends.
Descriptor above_standard(int number) {
  const Descriptor low{number};
  return Descriptor{fcntl(low.number(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1)};
}

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  Pipe pipe{above_standard(ends[0]), above_standard(ends[1])};
  if (!pipe.read.valid() || !pipe.write.valid()) return std::nullopt;
  return pipe;
}

void do_not_block(const Descriptor& descriptor) {
  fcntl(descriptor.number(), F_SETFL, fcntl(descriptor.number(), F_GETFL) | O_NONBLOCK);
}

struct Pipes {
  Pipe in, out, error;
  Pipe failure;  // carries the errno of a failed exec
};

std::optional<Pipes> make_pipes() {
  auto in = make_pipe();
  auto out = make_pipe();
  auto error = make_pipe();
  auto failure = make_pipe();
  if (!in || !out || !error || !failure) return std::nullopt;
  return Pipes{std::move(*in), std::move(*out), std::move(*error), std::move(*failure)};
}

// The program must not inherit ignored or blocked signals.
void hear_every_signal() {
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void execute(const Pipes& pipes, char* const* words) {
  dup2(pipes.in.read.number(), STDIN_FILENO);
  dup2(pipes.out.write.number(), STDOUT_FILENO);
  dup2(pipes.error.write.number(), STDERR_FILENO);
  syscall(SYS_close_range, STDERR_FILENO + 1U, ~0U, CLOSE_RANGE_CLOEXEC);
  hear_every_signal();
  execvp(words[0], words);
  const int error = errno;
  (void)!write(pipes.failure.write.number(), &error, sizeof error);
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

std::expected<Spawned, std::string> spawn(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  auto pipes = make_pipes();
  if (!pipes) return std::unexpected(fmt::format("cannot create a pipe: {}", strerrordesc_np(errno)));
  auto process =
      child::Process::start(child::Process::Group::own, [&] { execute(*pipes, arguments.data()); });
  if (!process)
    return std::unexpected(fmt::format("cannot create a process: {}", strerrordesc_np(errno)));
  pipes->failure.write = Descriptor{};
  if (const int error = failure_of(pipes->failure.read); error != 0) {
    return std::unexpected(fmt::format("{}: cannot be started: {}", words[0], strerrordesc_np(error)));
  }
  do_not_block(pipes->in.write);
  do_not_block(pipes->out.read);
  do_not_block(pipes->error.read);
  return Spawned{.process = std::move(*process),
                 .in = std::move(pipes->in.write),
                 .out = std::move(pipes->out.read),
                 .error = std::move(pipes->error.read)};
}

}  // namespace netioconf::conformance::implementations::process::commands
