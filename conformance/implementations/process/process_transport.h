#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "conformance/implementations/api/transport.h"
#include "conformance/implementations/process/conversation.h"

namespace netioconf::conformance::implementations::process {

// The line about a testee that does not start.
using ExplainFailure = std::string (*)(const std::string& called, const StartFailure& failure);
[[nodiscard]] std::string explain_command_failure(const std::string& called,
                                                  const StartFailure& failure);

struct ProcessOptions {
  std::chrono::milliseconds time_limit{5000};    // for each step, for a reset and for a description
  std::chrono::milliseconds start_limit{20000};  // until the first answer of a testee
  std::string called;                            // in messages; empty: process:COMMAND
  Patience patience{};                           // at most half the time limit
  TesteeLimits limits{};
  bool keep_going = false;  // no call is left alone
  ExplainFailure explain = explain_command_failure;
};

// Carries operations out in a testee: a process that speaks the protocol of PROTOCOL.md on its standard
// input and output. A testee that misbehaves is replaced, and no process is left over. `split_words`
// splits `command`; no shell is involved. The error states in one line why there is no testee.
[[nodiscard]] std::expected<std::unique_ptr<Transport>, std::string> process_transport(
    const std::string& command, ProcessOptions options = {});
// The same for a command that is already split into words.
[[nodiscard]] std::expected<std::unique_ptr<Transport>, std::string> process_transport(
    std::vector<std::string> words, ProcessOptions options);
// The same for a testee that is started in another way.
[[nodiscard]] std::expected<std::unique_ptr<Transport>, std::string> process_transport(
    Launch launch, ProcessOptions options);

}  // namespace netioconf::conformance::implementations::process
