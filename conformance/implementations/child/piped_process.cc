#include "conformance/implementations/child/piped_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace netioconf::conformance::implementations::child {
namespace {

// Moves a descriptor above the three numbers that a program uses for its own ends.
Descriptor above_standard(int number) {
  const Descriptor low{number};
  return Descriptor{fcntl(low.number(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1)};
}

void do_not_block(const Descriptor& descriptor) {
  fcntl(descriptor.number(), F_SETFL, fcntl(descriptor.number(), F_GETFL) | O_NONBLOCK);
}

struct Pipes {
  Pipe in, out, error;
};

std::optional<Pipes> make_pipes() {
  auto in = make_pipe();
  auto out = make_pipe();
  auto error = make_pipe();
  if (!in || !out || !error) return std::nullopt;
  return Pipes{std::move(*in), std::move(*out), std::move(*error)};
}

}  // namespace

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  Pipe pipe{above_standard(ends[0]), above_standard(ends[1])};
  if (!pipe.read.valid() || !pipe.write.valid()) return std::nullopt;
  return pipe;
}

std::expected<PipedProcess, std::string> start_piped(const std::function<void(const ChildEnds&)>& run) {
  auto pipes = make_pipes();
  if (!pipes) return std::unexpected(fmt::format("cannot create a pipe: {}", strerrordesc_np(errno)));
  auto process = Process::start(Process::Group::own, [&] {
    run({pipes->in.read.number(), pipes->out.write.number(), pipes->error.write.number()});
  });
  if (!process)
    return std::unexpected(fmt::format("cannot create a process: {}", strerrordesc_np(errno)));
  do_not_block(pipes->in.write);
  do_not_block(pipes->out.read);
  do_not_block(pipes->error.read);
  return PipedProcess{.process = std::move(*process),
                      .in = std::move(pipes->in.write),
                      .out = std::move(pipes->out.read),
                      .error = std::move(pipes->error.read)};
}

}  // namespace netioconf::conformance::implementations::child
