#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "conformance/implementations/api/executor.h"

namespace netioconf::conformance {

struct ProcessOptions {
  std::chrono::milliseconds time_limit{5000};    // for each step, for a reset and for a description
  std::chrono::milliseconds start_limit{20000};  // until a testee has answered for the first time
  std::string called;                            // in messages; empty: process:COMMAND
  Patience patience{};                           // shortened to half the time limit where it is longer
};

// Carries operations out in a testee: a process that speaks the protocol of PROTOCOL.md on its standard
// input and output. It is replaced when it has misbehaved, and nobody is left behind. `command` is
// parted as `split_words` does it, no shell is involved. The error says in one line why there is no
// testee.
[[nodiscard]] std::expected<std::unique_ptr<Executor>, std::string> process_executor(
    const std::string& command, ProcessOptions options = {});
// The same for a command whose words are parted already.
[[nodiscard]] std::expected<std::unique_ptr<Executor>, std::string> process_executor(
    std::vector<std::string> words, ProcessOptions options);

}  // namespace netioconf::conformance
