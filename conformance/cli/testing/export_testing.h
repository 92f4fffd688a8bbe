#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "conformance/export/reproduction.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance {

// What a command of the shell printed, errors too, and its exit status.
struct ProgramOutput {
  int status = 0;
  std::string text;
};
[[nodiscard]] ProgramOutput output_of(const std::string& command);

[[nodiscard]] bool has_program(const std::string& name);

void write(const std::string& path, const std::string& text);
[[nodiscard]] std::string text_of(const std::string& path);

// A script that is in most tests.
inline constexpr const char* duplicate = "route.duplicate/same_again";

// What the emulator is told by its environment, beside its name as an implementation; the exported
// programs call it as a library.
struct EmulatorCalled {
  std::string name;
  std::string setting;
};
[[nodiscard]] std::vector<EmulatorCalled> emulators();

// Whether to try all scripts where that takes minutes: ci/experiments/exports asks for it.
[[nodiscard]] bool every_export();

// How scripts ended, by name: 0 conforms, 1 deviates, 2 undecided.
using Ends = std::map<std::string, int>;

// Lines of a name and an end.
[[nodiscard]] Ends ends_in(const std::string& text);

// Of these scripts, each judged alone.
[[nodiscard]] Ends judged_ends(const std::string& implementation,
                               const std::vector<Reproduction>& reproductions);

// What exported programs are made of, of every committed script.
[[nodiscard]] std::vector<Reproduction> reproductions();

// Of every eighth script; of all of them under `ci/experiments/exports`.
[[nodiscard]] std::vector<Reproduction> some_reproductions();

// A C program that carries out all of them, one after the other, and writes a line with the name and the
// end of each into the file that is named on the command line. For POSIX each runs in a copy of the
// program.
enum class Platform : std::uint8_t { posix, windows };
[[nodiscard]] std::string c_program_of(const std::vector<Reproduction>& reproductions,
                                       Platform platform);

// A GoogleTest with a test for each, in their order.
[[nodiscard]] std::string gtest_program_of(const std::vector<Reproduction>& reproductions);

// The same as the C program in C#, as PowerShell would be given it.
[[nodiscard]] std::string csharp_program_of(const std::vector<Reproduction>& reproductions);

}  // namespace netioconf::conformance
