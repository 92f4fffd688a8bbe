#include "conformance/implementations/isolation/channel.h"

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/testee/serve.h"

namespace netioconf::conformance::implementations::isolation {
namespace {

struct Channel {
  int in = -1;
  int out = -1;
  long process = 0;
};

// The functions of the testee's platform have no object.
Channel& channel() {
  static Channel instance;
  return instance;
}

// A raw call, because the C library may remember the number of the process that was copied.
long this_process() { return syscall(SYS_getpid); }

}  // namespace

void open_channel(int in, int out) { channel() = {.in = in, .out = out, .process = this_process()}; }

}  // namespace netioconf::conformance::implementations::isolation

using netioconf::conformance::implementations::isolation::channel;
using netioconf::conformance::implementations::isolation::this_process;

void send_bytes(const uint8_t* bytes, size_t size) {
  if (this_process() != channel().process) _exit(0);  // The library made this copy.
  for (size_t done = 0; done < size;) {
    const ssize_t count = write(channel().out, bytes + done, size - done);
    if (count > 0) {
      done += static_cast<size_t>(count);
    } else if (errno != EINTR) {
      raise(SIGSTOP);
    }
  }
}

size_t receive_bytes(uint8_t* bytes, size_t most) {
  for (;;) {
    const ssize_t count = read(channel().in, bytes, most);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR) raise(SIGSTOP);
  }
}
