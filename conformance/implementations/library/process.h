#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// How a process ended, in the words of a reply: crashed by a signal, exited with a status.
struct End {
  oracle::Ending ending = oracle::Ending::exited;
  std::string detail;  // "SIGSEGV", "exit status 3"
};

// A copy of this process. It is killed, with the processes of its group, and reaped when this object
// goes. It also dies with the thread that started it, so that must live as long.
class Process {
 public:
  enum class Group : std::uint8_t {
    own,      // what it starts is killed with it
    parents,  // keys that interrupt this program reach it, too
  };

  // Runs `run` in the copy, which ends after it. Nothing if there can be no further process.
  [[nodiscard]] static std::optional<Process> start(Group group, const std::function<void()>& run);

  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  ~Process();

  // Nothing while it runs.
  [[nodiscard]] std::optional<End> ended() const;
  // What it has in memory, in bytes; 0 when it has ended.
  [[nodiscard]] std::uint64_t memory() const;
  // It stopped itself by a signal.
  [[nodiscard]] bool stopped() const;
  // Sends it, and the processes of its own group, SIGTERM.
  void ask_to_end() const;

 private:
  Process(pid_t pid, Group group) : pid_{pid}, group_{group} {}

  pid_t pid_;
  Group group_;
};

}  // namespace netioconf::conformance
