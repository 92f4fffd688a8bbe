#pragma once

#include <algorithm>
#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/child/memory.h"
#include "conformance/implementations/child/piped_process.h"
#include "conformance/implementations/process/frames.h"

namespace netioconf::conformance::implementations::process {

// Starts a testee, whose pipes carry the frames. The error states in one line why it cannot be started.
using Launch = std::function<std::expected<child::PipedProcess, std::string>()>;

struct TesteeLimits {
  std::uint64_t memory = child::usual_memory_limit;  // bytes, for each script
  // The time to end by itself when it is no longer needed.
  std::chrono::milliseconds farewell{1000};
};

// A running testee and the frames to and from it. Used from one thread, which must outlive it.
class Testee {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  [[nodiscard]] static std::expected<std::unique_ptr<Testee>, std::string> start(
      const Launch& launch, const TesteeLimits& limits = {});
  Testee(const Testee&) = delete;
  Testee& operator=(const Testee&) = delete;
  // Closes its input, asks it to end and, if it does not, kills it with its process group. After
  // give_up() it gets less time.
  ~Testee();

  // Queues bytes, which are sent while frames are received.
  void send(std::vector<std::byte> bytes);
  // Whether queued bytes remain.
  [[nodiscard]] bool sending() const { return sent_ < outgoing_.size(); }

  // The next frame, or what happened instead before the deadline. The frame is valid until the next
  // call.
  struct Deadline {
    Moment moment;
    std::chrono::milliseconds limit;  // shown in an error
  };
  [[nodiscard]] std::expected<Frame, child::End> receive(Deadline deadline);

  // What it did without a request: it ended, or wrote something. Empty if it did nothing.
  [[nodiscard]] std::optional<child::End> unsolicited();

  [[nodiscard]] child::MemoryWatch& memory() { return memory_; }

  // Shortens the time that the destructor waits.
  void give_up() { farewell_ = std::min(farewell_, std::chrono::milliseconds{100}); }
  // The last line that it wrote to standard error, escaped to fit in a line; empty if there is none.
  [[nodiscard]] std::string last_error_line();

 private:
  Testee(child::PipedProcess piped, const TesteeLimits& limits)
      : piped_{std::move(piped)}, memory_{piped_.process, limits.memory}, farewell_{limits.farewell} {
    if (piped_.shared) shared_.emplace(**piped_.shared);
  }

  enum class Arrival : std::uint8_t { some, none, closed };
  void write_queued();
  [[nodiscard]] Arrival take();
  [[nodiscard]] Arrival take_shared();
  // What a library wrote to the pipe before the frame in shared memory belongs to the same step.
  void take_foreign();
  // Takes what arrives in a moment, without sleeping.
  [[nodiscard]] Arrival take_quick_answer();
  void take_errors();
  // Waits until the testee can be read or written; false if nothing happened for a moment.
  [[nodiscard]] bool wait(Deadline deadline);
  [[nodiscard]] child::End end_of_closed_output();
  [[nodiscard]] child::End end_of_timeout(Deadline deadline);
  [[nodiscard]] child::End end_of_memory();
  [[nodiscard]] bool ends_within(std::chrono::milliseconds limit) const;

  child::PipedProcess piped_;
  std::optional<child::StreamReceiver> shared_;  // empty: the bytes come through the pipe
  child::MemoryWatch memory_;
  FrameStream stream_;
  std::vector<std::byte> outgoing_;
  std::size_t sent_ = 0;
  std::string errors_;  // the end of its standard error
  std::chrono::milliseconds farewell_;
};

}  // namespace netioconf::conformance::implementations::process
