#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/api/transport.h"
#include "conformance/implementations/child/memory.h"
#include "conformance/implementations/isolation/serve.h"

namespace netioconf::conformance::implementations::isolation {

struct IsolateOptions {
  std::chrono::milliseconds time_limit{5000};  // for each call and a reset; four times that for loading
  Patience patience{};                         // at most half the time limit
  std::uint64_t memory_limit = child::usual_memory_limit;  // in bytes, for each script
  bool keep_going = false;                                 // no call is left alone
};

// Carries operations out in a child, which is replaced when a call has ended it. The child is a copy of
// this process. So create it while there are no other threads, and use it from one thread. `name` is the
// prefix of errors. The error states in one line why no call can be made.
[[nodiscard]] std::expected<std::unique_ptr<Transport>, std::string> isolated_transport(
    const std::string& name, MakeApi make, const IsolateOptions& options = {});

}  // namespace netioconf::conformance::implementations::isolation
