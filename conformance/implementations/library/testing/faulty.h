#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "conformance/execution/implementation.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::library {

// The path of a library that was built for these tests.
[[nodiscard]] std::string faulty_library(const std::string& fault);

// A limit that even a busy machine does not reach.
inline constexpr std::chrono::milliseconds unhurried{120'000};

// Whether it becomes true in that time.
[[nodiscard]] bool comes_true(const std::function<bool()>& what);

// The library in a child; it must load.
[[nodiscard]] std::unique_ptr<execution::Implementation> isolated(
    const std::string& fault, std::chrono::milliseconds time_limit = unhurried);

[[nodiscard]] oracle::RouteRow a_route();
[[nodiscard]] oracle::AnycastRow an_anycast();
// The call with a_route().
[[nodiscard]] oracle::Operation on_a_route(oracle::Call call);

[[nodiscard]] oracle::Script script_of(std::vector<oracle::Operation> operations);
// Create, get, create again, delete, and the same for an anycast.
[[nodiscard]] oracle::Script ordinary_script();

}  // namespace netioconf::conformance::implementations::library
