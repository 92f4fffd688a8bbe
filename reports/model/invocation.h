#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace netioconf::reports::inline model {

// What an argument of a run decides.
enum class Decides : std::uint8_t {
  verdicts,  // which implementation is called, and how its replies are judged
  scripts,   // which scripts are run
  output,    // what is written, and where
};

// An argument as the user gave it.
struct Argument {
  std::string option;                // "--isolate"; empty for a positional argument
  std::optional<std::string> value;  // nullopt for a flag
  Decides decides = Decides::verdicts;

  friend bool operator==(const Argument&, const Argument&) = default;
};

// How a run was started, so that it can be repeated.
struct Invocation {
  std::string program = "netioconf";  // argv[0]
  std::string subcommand;
  std::vector<Argument> arguments;

  friend bool operator==(const Invocation&, const Invocation&) = default;
};

}  // namespace netioconf::reports::inline model
