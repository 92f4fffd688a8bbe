#pragma once

#include <sys/types.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

#include "conformance/implementations/child/shared_memory.h"

namespace netioconf::conformance::implementations::child {

// Bytes from a process to the one that started it, in memory that both share, so that a receiver that
// does not sleep gets them without a call of the system. A pipe wakes one that sleeps, and its end is
// the end of the stream.
struct SharedStream {
  std::atomic<std::uint64_t> sent;      // bytes since the start
  std::atomic<std::uint64_t> received;  // the same; the sender waits until there is room
  std::atomic<bool> receiver_sleeps;
  std::array<std::byte, std::size_t{1} << 18U> bytes;
};

// What the sender writes to the pipe.
inline constexpr std::byte wake{'w'};

// `pipe` is the write end. The stream must outlive this object.
class StreamSender {
 public:
  StreamSender(SharedStream& stream, int pipe);

  // Waits for room. False if the pipe was closed or replaced; then nothing was sent.
  [[nodiscard]] bool send(std::span<const std::byte> bytes);

 private:
  [[nodiscard]] bool has_pipe() const;
  [[nodiscard]] bool wake_receiver();

  SharedStream& stream_;
  int pipe_;
  dev_t device_ = 0;  // of the pipe
  ino_t file_ = 0;
};

// Trusts nothing in the memory, because a library in the other process may write anywhere: damaged
// counters show as damaged bytes. The stream must outlive this object.
class StreamReceiver {
 public:
  explicit StreamReceiver(SharedStream& stream) : stream_{stream} {}

  // What was sent and not yet received, in order; the second part may be empty.
  struct Arrived {
    std::span<const std::byte> first;
    std::span<const std::byte> second;
  };
  [[nodiscard]] Arrived arrived() const;
  void receive(const Arrived& arrived);

  // Call this before a wait for the pipe, and then look once more at what has arrived.
  void sleep() { stream_.receiver_sleeps = true; }
  void wake_up() { stream_.receiver_sleeps = false; }

 private:
  SharedStream& stream_;
  std::uint64_t received_ = 0;
};

}  // namespace netioconf::conformance::implementations::child
