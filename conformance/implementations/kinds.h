#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "conformance/implementations/api/executor.h"
#include "conformance/implementations/api/mailbox.h"

namespace netioconf::conformance {

enum class Isolation : std::uint8_t {
  none,   // in this process
  child,  // in a child that may crash, hang and exit
};

inline constexpr std::chrono::milliseconds usual_time_limit{5000};  // for each call

// What a command that repeats something needs behind it: " --time-limit 300ms"; empty for the usual one.
[[nodiscard]] std::string time_limit_option(std::chrono::milliseconds limit);

struct ImplementationOptions {
  Isolation isolation = Isolation::none;
  std::chrono::milliseconds time_limit = usual_time_limit;  // in a child or a testee
  std::function<void()> on_step = [] {};                    // before each call in this process
  Patience patience{};                                      // with callbacks
};

// What --implementation names: emulated[:personality], mutant:NAME, library:PATH, linux, wine:user,
// wine:driver and what may stand behind them (conformance/implementations/wine/README.md), or
// process:COMMAND. The error is one line: what, where, how to mend it.
[[nodiscard]] std::expected<std::unique_ptr<Executor>, std::string> make_executor(
    const std::string& name, const ImplementationOptions& options);

// Whether it runs code that isn't ours in this process, to which that may do anything.
[[nodiscard]] bool is_foreign(const std::string& name);

// Whether two of that name share nothing, always return soon, and so can be called at the same time.
[[nodiscard]] bool can_be_had_often(const std::string& name);

// The name as part of a file name: "emulated-literal", "library-libnetioemu",
// "process-ssh-host-testee".
[[nodiscard]] std::string file_stem_of(const std::string& name);

}  // namespace netioconf::conformance
