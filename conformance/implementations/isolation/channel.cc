#include "conformance/implementations/isolation/channel.h"

#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <span>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/testee/serve.h"

namespace netioconf::conformance::implementations::isolation {
namespace {

struct Channel {
  int in = -1;
  std::optional<child::StreamSender> out;
  long process = 0;
};

// The functions of the testee's platform have no object.
Channel& channel() {
  static Channel instance;
  return instance;
}

// A raw call, because the C library may remember the number of the process that was copied.
long this_process() { return syscall(SYS_getpid); }

// The parent sends most requests within this time. To sleep until one comes takes longer.
void wait_for_quick_request() {
  constexpr std::chrono::microseconds quick_request{50};
  const auto until = std::chrono::steady_clock::now() + quick_request;
  pollfd requests{channel().in, POLLIN, 0};
  while (poll(&requests, 1, 0) == 0 && std::chrono::steady_clock::now() < until) sched_yield();
}

}  // namespace

void open_channel(int in, child::StreamSender out) {
  Channel& opened = channel();
  opened.in = in;
  opened.out.emplace(out);
  opened.process = this_process();
}

}  // namespace netioconf::conformance::implementations::isolation

using netioconf::conformance::implementations::isolation::channel;
using netioconf::conformance::implementations::isolation::this_process;
using netioconf::conformance::implementations::isolation::wait_for_quick_request;

void send_bytes(const uint8_t* bytes, size_t size) {
  if (this_process() != channel().process) _exit(0);  // The library made this copy.
  while (!channel().out->send(std::as_bytes(std::span{bytes, size}))) raise(SIGSTOP);
}

size_t receive_bytes(uint8_t* bytes, size_t most) {
  wait_for_quick_request();
  for (;;) {
    const ssize_t count = read(channel().in, bytes, most);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR) raise(SIGSTOP);
  }
}
