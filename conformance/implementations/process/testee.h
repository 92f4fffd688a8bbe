#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/process/frames.h"
#include "conformance/implementations/process/spawn.h"

namespace netioconf::conformance {

// A running testee and the frames to and from it. Used from one thread, which must live as long.
class Testee {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  [[nodiscard]] static std::expected<std::unique_ptr<Testee>, std::string> start(
      const std::vector<std::string>& words);
  Testee(const Testee&) = delete;
  Testee& operator=(const Testee&) = delete;
  // Closes its input, asks it to end and, when it does not, kills it with its process group. One that
  // was given up gets less time.
  ~Testee();

  // Leaves bytes to be sent whenever the testee takes them, while frames are received.
  void send(std::vector<std::byte> bytes);
  // Bytes are left that it has not taken.
  [[nodiscard]] bool sending() const { return sent_ < outgoing_.size(); }

  // The next frame, or what came instead until then. The frame is valid until the next call.
  struct Deadline {
    Moment moment;
    std::chrono::milliseconds limit;  // as it is called in an error
  };
  [[nodiscard]] std::expected<Frame, End> receive(Deadline deadline);

  // What it did although nothing was asked of it: it ended, or wrote something. Nothing if all is well.
  [[nodiscard]] std::optional<End> unasked();

  // It is not worth waiting for any more.
  void give_up() { patience_ = std::chrono::milliseconds{100}; }
  // The last line that it wrote to standard error, fit for a line; empty if there is none.
  [[nodiscard]] std::string last_words();

 private:
  explicit Testee(Spawned spawned) : spawned_{std::move(spawned)} {}

  enum class Arrival : std::uint8_t { some, none, closed };
  void give();
  [[nodiscard]] Arrival take();
  void take_errors();
  // Waits until something can be done; false if nothing could be for a moment.
  [[nodiscard]] bool wait(Deadline deadline);
  [[nodiscard]] End end_of_closed_output();
  [[nodiscard]] End end_of_patience(Deadline deadline);
  [[nodiscard]] bool ends_within(std::chrono::milliseconds limit) const;

  Spawned spawned_;
  FrameStream stream_;
  std::vector<std::byte> outgoing_;
  std::size_t sent_ = 0;
  std::string errors_;  // the last that it wrote to standard error
  std::chrono::milliseconds patience_{1000};
};

}  // namespace netioconf::conformance
