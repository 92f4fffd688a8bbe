#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "conformance/implementations/api/mailbox.h"
#include "conformance/implementations/api/transport.h"

namespace netioconf::conformance::implementations {

enum class Isolation : std::uint8_t {
  none,   // in this process
  child,  // in a child process, which may crash, hang or exit
};

inline constexpr std::chrono::milliseconds usual_time_limit{5000};  // for each call

struct ImplementationOptions {
  Isolation isolation = Isolation::none;
  std::chrono::milliseconds time_limit = usual_time_limit;  // in a child or a testee
  std::function<void()> on_step = [] {};                    // before each call in this process
  Patience patience{};                                      // how long to wait for callbacks
};

// Reaches the implementation that --implementation names: emulated[:personality], mutant:NAME,
// library:PATH, linux, wine:user or wine:driver with their suffixes
// (conformance/implementations/wine/README.md), or process:COMMAND. The error is one line: what, where
// and the remedy.
[[nodiscard]] std::expected<std::unique_ptr<Transport>, std::string> make_transport(
    const std::string& name, const ImplementationOptions& options);

// Whether it runs foreign code in this process. Such code can damage the process.
[[nodiscard]] bool runs_foreign_code(const std::string& name);

// Whether several of that name can be called at the same time: they share nothing and always return.
[[nodiscard]] bool is_reentrant(const std::string& name);

// The name as part of a file name: "emulated-literal", "library-libnetioemu",
// "process-ssh-host-testee".
[[nodiscard]] std::string file_stem_of(const std::string& name);

}  // namespace netioconf::conformance::implementations
