#include "conformance/implementations/library/child.h"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>

namespace netioconf::conformance::implementations::library {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t chunk = 65536;  // bytes

long this_process() { return syscall(SYS_getpid); }

End garbled(std::string detail) { return {oracle::Ending::garbled, std::move(detail)}; }

int milliseconds_until(steady_clock::time_point deadline, milliseconds at_most) {
  const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
  return static_cast<int>(std::clamp(left, milliseconds{0}, at_most).count());
}

}  // namespace

ChildChannel::ChildChannel(int descriptor) : descriptor_{descriptor}, process_{this_process()} {}

void ChildChannel::send(std::span<const std::byte> payload) {
  if (this_process() != process_) _exit(0);  // The library forked, and this is the copy of the child.
  const std::vector<std::byte> bytes = frame(sent_++, payload);
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::send(descriptor_, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
    if (count >= 0) {
      done += static_cast<std::size_t>(count);
    } else if (errno == EPIPE) {
      _exit(0);
    } else if (errno != EINTR) {
      raise(SIGSTOP);
    }
  }
}

std::vector<std::byte> ChildChannel::receive() {
  std::array<std::byte, chunk> bytes;
  for (;;) {
    auto payload = deframer_.next();
    if (!payload) {
      raise(SIGSTOP);
      continue;
    }
    if (*payload) return std::move(**payload);
    const ssize_t count = recv(descriptor_, bytes.data(), bytes.size(), 0);
    if (count == 0) _exit(0);
    if (count > 0) {
      deframer_.add(std::span{bytes}.first(static_cast<std::size_t>(count)));
    } else if (errno != EINTR) {
      raise(SIGSTOP);
    }
  }
}

std::expected<std::unique_ptr<Child>, std::string> Child::start(const Serve& serve,
                                                                std::uint64_t memory_limit) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return std::unexpected(
        fmt::format("cannot create a channel to a child: {}", strerrordesc_np(errno)));
  }
  auto process = Process::start(Process::Group::own, [&] {
    close(ends[0]);
    serve(ends[1]);
  });
  close(ends[1]);
  if (!process) {
    close(ends[0]);
    return std::unexpected(fmt::format("cannot create a child process: {}", strerrordesc_np(errno)));
  }
  return std::unique_ptr<Child>{new Child{std::move(*process), ends[0], memory_limit}};
}

Child::Child(Process process, int descriptor, std::uint64_t memory_limit)
    : process_{std::move(process)}, memory_{process_, memory_limit}, descriptor_{descriptor} {}

Child::~Child() { close(descriptor_); }

std::expected<void, End> Child::send(std::span<const std::byte> payload, milliseconds limit) {
  const Moment deadline = steady_clock::now() + limit;
  const std::vector<std::byte> bytes = frame(sent_++, payload);
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count =
        ::send(descriptor_, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) {
      done += static_cast<std::size_t>(count);
      continue;
    }
    if (errno != EAGAIN && errno != EINTR)
      return std::unexpected(end_of_closed_channel(deadline, limit));
    if (steady_clock::now() >= deadline) {
      return std::unexpected(End{oracle::Ending::hung, longer_than(limit)});
    }
    pollfd writable{descriptor_, POLLOUT, 0};
    poll(&writable, 1, milliseconds_until(deadline, milliseconds{50}));
  }
  return {};
}

Child::Arrival Child::read_available() {
  std::array<std::byte, chunk> bytes;
  const ssize_t count = recv(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (count > 0) {
    deframer_.add(std::span{bytes}.first(static_cast<std::size_t>(count)));
    return Arrival::some;
  }
  const bool later = count < 0 && (errno == EAGAIN || errno == EINTR);
  return later ? Arrival::none : Arrival::closed;
}

std::expected<std::vector<std::byte>, End> Child::receive(milliseconds limit) {
  const Moment deadline = steady_clock::now() + limit;
  for (bool last_look = false;;) {
    auto payload = deframer_.next();
    if (!payload) return std::unexpected(garbled("something else wrote into the channel"));
    if (*payload) return std::move(**payload);
    const Arrival arrival = read_available();
    if (arrival == Arrival::some) continue;
    if (arrival == Arrival::closed || last_look) {
      return std::unexpected(end_of_closed_channel(deadline, limit));
    }
    if (steady_clock::now() >= deadline) {
      return std::unexpected(deframer_.has_rest() ? garbled("an incomplete answer, then nothing")
                                                  : End{oracle::Ending::hung, longer_than(limit)});
    }
    if (memory_.is_over()) return std::unexpected(memory_.end());
    pollfd readable{descriptor_, POLLIN, 0};
    const int ready = poll(&readable, 1, milliseconds_until(deadline, milliseconds{50}));
    // A process that the library started may keep the channel open after the child has ended.
    last_look = ready == 0 && process_.ended().has_value();
  }
}

End Child::end_of_closed_channel(Moment deadline, milliseconds limit) const {
  for (;;) {
    if (const auto end = process_.ended()) return *end;
    if (process_.stopped()) return garbled("the library closed descriptors that are not its own");
    if (steady_clock::now() >= deadline) return {oracle::Ending::hung, longer_than(limit)};
    std::this_thread::sleep_for(milliseconds{1});
  }
}

}  // namespace netioconf::conformance::implementations::library
