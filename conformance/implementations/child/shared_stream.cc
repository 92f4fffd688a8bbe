#include "conformance/implementations/child/shared_stream.h"

#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>
#include <tuple>

namespace netioconf::conformance::implementations::child {
namespace {

constexpr std::size_t room = std::tuple_size_v<decltype(SharedStream::bytes)>;

// The receiver may be busy with something else.
void wait_for_receiver(int times) {
  constexpr int quick = 1000;
  if (times < quick) {
    sched_yield();
  } else {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
}

}  // namespace

StreamSender::StreamSender(SharedStream& stream, int pipe) : stream_{stream}, pipe_{pipe} {
  struct stat status{};
  if (fstat(pipe, &status) != 0) return;
  device_ = status.st_dev;
  file_ = status.st_ino;
}

bool StreamSender::has_pipe() const {
  struct stat status{};
  return fstat(pipe_, &status) == 0 && status.st_dev == device_ && status.st_ino == file_;
}

bool StreamSender::wake_receiver() {
  if (!stream_.receiver_sleeps.exchange(false)) return true;
  ssize_t count = 0;
  do {
    count = write(pipe_, &wake, 1);
  } while (count < 0 && errno == EINTR);
  return count == 1;
}

bool StreamSender::send(std::span<const std::byte> bytes) {
  if (!has_pipe()) return false;
  for (int times = 0; !bytes.empty(); ++times) {
    const std::uint64_t sent = stream_.sent;
    const std::size_t used = std::min<std::size_t>(sent - stream_.received, room);
    const std::size_t at = sent % room;
    const std::size_t count = std::min({bytes.size(), room - used, room - at});
    std::copy_n(bytes.begin(), count, stream_.bytes.begin() + static_cast<std::ptrdiff_t>(at));
    stream_.sent = sent + count;
    if (!wake_receiver()) return false;
    if (count == 0) wait_for_receiver(times);
    bytes = bytes.subspan(count);
  }
  return true;
}

StreamReceiver::Arrived StreamReceiver::arrived() const {
  const std::size_t count = std::min<std::uint64_t>(stream_.sent - received_, room);
  const std::span<const std::byte> bytes = stream_.bytes;
  const std::size_t at = received_ % room;
  const std::size_t first = std::min(count, room - at);
  return {.first = bytes.subspan(at, first), .second = bytes.first(count - first)};
}

void StreamReceiver::receive(const Arrived& arrived) {
  received_ += arrived.first.size() + arrived.second.size();
  stream_.received = received_;
}

}  // namespace netioconf::conformance::implementations::child
