#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/library/memory.h"
#include "conformance/implementations/library/serve.h"
#include "conformance/implementations/api/executor.h"

namespace netioconf::conformance {

struct IsolateOptions {
  std::chrono::milliseconds time_limit{5000};  // for each call, for loading and for a reset
  Patience patience{};                         // shortened to half the time limit where it is longer
  Output output = Output::nowhere;
  std::uint64_t memory_limit = usual_memory_limit;  // in bytes, for each script
};

// Carries operations out in a child, which is replaced when a call has ended it. The child is a copy of
// this process, so this must be done while there are no other threads, and is used from one thread.
// `name` is what errors begin with. The error says in one line why nothing can be called.
[[nodiscard]] std::expected<std::unique_ptr<Executor>, std::string> isolated_executor(
    std::string name, MakeApi make, IsolateOptions options = {});

}  // namespace netioconf::conformance
