#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::child {

// How a process ended, with the endings of replies: crashed by a signal, exited with a status.
struct End {
  oracle::Ending ending = oracle::Ending::exited;
  std::string detail;  // "SIGSEGV", "exit status 3"
};

// "SIGTERM", or "signal 34" if it has no name.
[[nodiscard]] std::string signal_name(int number);

// The detail of an end by a time limit: "longer than 5 s".
[[nodiscard]] std::string longer_than(std::chrono::milliseconds limit);

// A copy of this process. When this object is destroyed, the copy is killed together with its process
// group and reaped. The copy also dies with the thread that started it, so that thread must outlive it.
class Process {
 public:
  enum class Group : std::uint8_t {
    own,      // processes that it starts are killed with it
    parents,  // keys that interrupt this program also interrupt it
  };

  // Runs `run` in the copy, which then ends. Empty if no process can be created.
  [[nodiscard]] static std::optional<Process> start(Group group, const std::function<void()>& run);

  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  ~Process();

  // Empty while it runs.
  [[nodiscard]] std::optional<End> ended() const;
  // The resident memory of it and of the processes that it started, in bytes; 0 after all have ended. A
  // process that left its group and whose parent has ended is not counted.
  [[nodiscard]] std::uint64_t memory() const;
  // Whether it stopped itself by a signal.
  [[nodiscard]] bool stopped() const;
  // Sends the signal to it and to the processes of its own group.
  void ask_to_end(int number) const;

 private:
  Process(pid_t pid, Group group) : pid_{pid}, group_{group} {}

  pid_t pid_;
  Group group_;
};

}  // namespace netioconf::conformance::implementations::child
