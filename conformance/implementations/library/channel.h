#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "conformance/implementations/library/frames.h"
#include "conformance/implementations/library/memory.h"
#include "conformance/implementations/library/process.h"

namespace netioconf::conformance {

// The child's end: waits as long as it takes. Where the channel fails the child stops itself, which
// tells the parent so; when the parent has closed it, and in any copy of the child, the process ends.
class ChildChannel {
 public:
  explicit ChildChannel(int descriptor);

  void send(std::span<const std::byte> payload);
  [[nodiscard]] std::vector<std::byte> receive();

 private:
  int descriptor_;
  long process_;
  Deframer deframer_;
  std::uint32_t sent_ = 0;
};

// A child and the parent's end of the channel to it. Payloads from the child may be anything.
class Child {
 public:
  using Serve = std::function<void(int descriptor)>;

  // Runs `serve` in a child. The error says in one line what this machine refused.
  [[nodiscard]] static std::expected<std::unique_ptr<Child>, std::string> start(
      const Serve& serve, std::uint64_t memory_limit);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  // Whether it went, or how the child ended instead, or has to be ended.
  [[nodiscard]] std::expected<void, End> send(std::span<const std::byte> payload,
                                              std::chrono::milliseconds limit);
  [[nodiscard]] std::expected<std::vector<std::byte>, End> receive(std::chrono::milliseconds limit);
  [[nodiscard]] std::optional<End> ended() const { return process_.ended(); }
  [[nodiscard]] MemoryWatch& memory() { return memory_; }

 private:
  using Moment = std::chrono::steady_clock::time_point;
  enum class Arrival : std::uint8_t { some, none, closed };

  Child(Process process, int descriptor, std::uint64_t memory_limit);
  [[nodiscard]] Arrival take_what_is_there();
  [[nodiscard]] End end_of_closed_channel(Moment deadline, std::chrono::milliseconds limit) const;

  Process process_;
  MemoryWatch memory_;
  int descriptor_;
  Deframer deframer_;
  std::uint32_t sent_ = 0;
};

// "longer than 5 s"
[[nodiscard]] std::string longer_than(std::chrono::milliseconds limit);

}  // namespace netioconf::conformance
