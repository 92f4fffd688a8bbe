#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "conformance/export/reproduction.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::cli {

// What a shell command printed to both outputs, and its exit status.
struct ProgramOutput {
  int status = 0;
  std::string text;
};
[[nodiscard]] ProgramOutput output_of(const std::string& command);

[[nodiscard]] bool has_program(const std::string& name);

void write(const std::string& path, const std::string& text);

// The script that most tests use.
inline constexpr const char* duplicate = "route.duplicate/same_again";

// A name of the emulator as an implementation, and the environment variable that selects the same
// behaviour when an exported program calls it as a library.
struct EmulatorCalled {
  std::string name;
  std::string setting;
};
[[nodiscard]] std::vector<EmulatorCalled> emulators();

// Whether to run all scripts where that takes minutes. ci/experiments/exports sets this.
[[nodiscard]] bool every_export();

// How scripts ended, by name: 0 conforms, 1 deviates, 2 undecided.
using Ends = std::map<std::string, int>;

// Parses lines that hold a name and an exit status.
[[nodiscard]] Ends ends_in(const std::string& text);

// The expected ends of these scripts, each judged alone.
[[nodiscard]] Ends judged_ends(const std::string& implementation,
                               const std::vector<exporting::Reproduction>& reproductions);

// The reproductions of every committed script.
[[nodiscard]] std::vector<exporting::Reproduction> reproductions();

// The reproductions of every eighth script, or of all scripts under `ci/experiments/exports`.
[[nodiscard]] std::vector<exporting::Reproduction> some_reproductions();

// A C program that runs all of them one after the other. It writes a line with the name and the end of
// each to the file that the command line names.
[[nodiscard]] std::string c_program_of(const std::vector<exporting::Reproduction>& reproductions);

// A GoogleTest program with a test for each, in their order.
[[nodiscard]] std::string gtest_program_of(const std::vector<exporting::Reproduction>& reproductions);

// The same as the C program, in the C# that the PowerShell program contains.
[[nodiscard]] std::string csharp_program_of(const std::vector<exporting::Reproduction>& reproductions);

}  // namespace netioconf::conformance::cli
