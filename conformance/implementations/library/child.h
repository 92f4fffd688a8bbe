#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "conformance/implementations/child/memory.h"
#include "conformance/implementations/child/process.h"
#include "conformance/implementations/library/frames.h"

namespace netioconf::conformance::implementations::library {

using child::End;
using child::longer_than;
using child::MemoryWatch;
using child::Process;
using child::usual_memory_limit;

// The child's end, which waits without a limit. If the channel fails the child stops itself, which
// signals the failure to the parent. If the parent has closed it, or in a copy of the child, the process
// ends.
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

// A child and the parent's end of the channel to it. Payloads from the child are not trusted.
class Child {
 public:
  using Serve = std::function<void(int descriptor)>;

  // Runs `serve` in a child. The error states in one line which system call failed.
  [[nodiscard]] static std::expected<std::unique_ptr<Child>, std::string> start(
      const Serve& serve, std::uint64_t memory_limit);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  // Success, or how the child ended or why it must be ended.
  [[nodiscard]] std::expected<void, End> send(std::span<const std::byte> payload,
                                              std::chrono::milliseconds limit);
  [[nodiscard]] std::expected<std::vector<std::byte>, End> receive(std::chrono::milliseconds limit);
  [[nodiscard]] std::optional<End> ended() const { return process_.ended(); }
  [[nodiscard]] MemoryWatch& memory() { return memory_; }

 private:
  using Moment = std::chrono::steady_clock::time_point;
  enum class Arrival : std::uint8_t { some, none, closed };

  Child(Process process, int descriptor, std::uint64_t memory_limit);
  [[nodiscard]] Arrival read_available();
  [[nodiscard]] End end_of_closed_channel(Moment deadline, std::chrono::milliseconds limit) const;

  Process process_;
  MemoryWatch memory_;
  int descriptor_;
  Deframer deframer_;
  std::uint32_t sent_ = 0;
};

}  // namespace netioconf::conformance::implementations::library
