#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "conformance/implementations/api/mailbox.h"
#include "conformance/implementations/api/transport.h"

namespace netioconf::conformance::implementations::inline api {

enum class Isolation : std::uint8_t {
  none,          // in this process
  foreign_code,  // in a child process if it is foreign code, which may damage this one
  child,         // in a child process, which may crash, hang or exit
};

inline constexpr std::chrono::milliseconds usual_time_limit{5000};  // for each call

struct ImplementationOptions {
  Isolation isolation = Isolation::none;
  std::chrono::milliseconds time_limit = usual_time_limit;  // in a child or a testee
  // Before and after each call in this process, and before and after loading.
  std::function<void()> on_step = [] {};
  bool keep_going = false;  // also with a call that ended a child or testee often in the same way
  Patience patience{};      // how long to wait for callbacks
};

// The error is one line: what, where, how to fix it.
using MadeTransport = std::expected<std::unique_ptr<Transport>, std::string>;

}  // namespace netioconf::conformance::implementations::inline api
